package dev.ayatori.corpus;

import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The story of one document: where it is from, what was measured on it, and which decision ended its way.
 *
 * @param split {@code train} or {@code validation}, or the empty string when it was removed
 * @param cuts what was cut out of its text as it was read, because it stands elsewhere
 * @param checks language and filters in the order in which they decided
 * @param rule the rule that removed it, or the empty string when it was kept
 * @param value what that rule measured
 * @param threshold what it would have had to be
 * @param original the document that was kept instead, its id empty when there is none
 * @param copies documents removed in favour of this one
 * @param relatives kept documents of the same cluster, at most {@value #SHOWN}
 * @param clusterSize how many kept documents the cluster holds
 */
public record Story(
        String id,
        String uri,
        String title,
        String collection,
        String licence,
        String date,
        String language,
        String languageReason,
        long characters,
        String split,
        List<Cut> cuts,
        List<Check> checks,
        String rule,
        String value,
        String threshold,
        Mention original,
        List<Mention> copies,
        List<Mention> relatives,
        int clusterSize) {
    static final int SHOWN = 20;

    /** One filter's value beside its threshold. */
    public record Check(String filter, String value, String threshold, boolean kept) {}

    /** Another document. */
    public record Mention(String id, String uri, String rule, String value) {
        static final Mention NONE = new Mention("", "", "", "");

        static Mention of(Document document) {
            return new Mention(document.id(), document.uri(), "", "");
        }

        static Mention of(Removal removal) {
            return new Mention(removal.document().id(), removal.document().uri(), removal.rule(), removal.value());
        }
    }

    /** The story of the document with this id, beginning of an id, or uri. */
    public static Story of(Artifact artifact, String idOrUri) {
        Corpus corpus = Corpus.open(artifact);
        Removal found = find(corpus, idOrUri);
        List<Check> checks = checks(artifact.settings(CorpusSettings.defaults()), found.document());
        List<Mention> copies;
        try (Stream<Removal> removed = corpus.removed()) {
            copies = removed.filter(removal ->
                            removal.duplicateOf().equals(found.document().id()))
                    .map(Mention::of)
                    .toList();
        }
        return tell(corpus, found, checks, copies);
    }

    public boolean kept() {
        return rule.isEmpty();
    }

    /** The story as lines of text for people. */
    public String text() {
        return StoryText.of(this);
    }

    private static Story tell(Corpus corpus, Removal removal, List<Check> checks, List<Mention> copies) {
        Document document = removal.document();
        boolean kept = removal.rule().isEmpty();
        List<Mention> relatives = kept ? relatives(corpus, document) : List.of();
        return new Story(
                document.id(),
                document.uri(),
                document.title(),
                document.collection(),
                document.licence(),
                document.date(),
                document.language(),
                document.attribute(Document.LANGUAGE_REASON),
                document.text().length(),
                kept ? document.split().label() : "",
                document.cuts(),
                checks,
                removal.rule(),
                removal.value(),
                removal.threshold(),
                corpus.find(removal.duplicateOf()).map(Mention::of).orElse(Mention.NONE),
                copies,
                relatives.stream().limit(SHOWN).toList(),
                relatives.size() + (kept ? 1 : 0));
    }

    private static List<Mention> relatives(Corpus corpus, Document document) {
        try (Stream<Document> documents = corpus.documents()) {
            return documents
                    .filter(other -> other.cluster().equals(document.cluster())
                            && !other.id().equals(document.id()))
                    .map(Mention::of)
                    .toList();
        }
    }

    private static List<Check> checks(CorpusSettings settings, Document document) {
        return settings.filters().outline(document.collection(), document.language()).stream()
                .filter(filter -> !document.attribute(filter.name()).isEmpty())
                .map(filter -> check(filter, document.attribute(filter.name())))
                .toList();
    }

    private static Check check(Filter filter, String value) {
        return new Check(
                filter.name(),
                value,
                filter.bounds().text(),
                !value.isEmpty() && filter.bounds().hold(Double.parseDouble(value)));
    }

    /** Looks among kept and removed documents; a kept one comes as a removal without a rule. */
    private static Removal find(Corpus corpus, String idOrUri) {
        if (idOrUri.isBlank()) {
            throw new AyatoriException("name a document by its id, the beginning of it, or its uri");
        }
        List<Removal> found;
        try (Stream<Removal> all = Stream.concat(
                corpus.documents().map(document -> new Removal(document, "", "", "", "")), corpus.removed())) {
            found = all.filter(removal -> removal.document().uri().equals(idOrUri)
                            || removal.document().id().startsWith(idOrUri))
                    .limit(10)
                    .toList();
        }
        return switch (found.size()) {
            case 0 ->
                throw new AyatoriException("no document of the corpus, kept or removed, has the id or uri '" + idOrUri
                        + "'; `ayatori corpus inspect` shows some");
            case 1 -> found.getFirst();
            default ->
                throw new AyatoriException("'" + idOrUri + "' begins the ids of several documents: "
                        + String.join(
                                ", ",
                                found.stream()
                                        .map(removal -> removal.document().id())
                                        .toList()));
        };
    }
}
