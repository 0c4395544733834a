package dev.ayatori.corpus.takedown;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to go when a document is taken down: it, and every copy of it, since a copy that was removed in its favour would
 * take its place in the next corpus.
 *
 * @param asked the id or address that was asked for
 * @param targets the documents, in the order of their ids
 */
public record Takedown(String asked, List<Target> targets) {
    private static final int SHORTEST_ID = 6;

    /**
     * A document that goes.
     *
     * @param rule why it is out of the corpus already, or the empty string
     * @param duplicateOf the document that stands for it, or the empty string
     */
    public record Target(String id, String uri, String collection, String rule, String duplicateOf) {
        static Target of(Removal removal) {
            Document document = removal.document();
            return new Target(
                    document.id(), document.uri(), document.collection(), removal.rule(), removal.duplicateOf());
        }
    }

    /** Finds a document of a corpus by its id, the beginning of it, or its address, and all copies of it. */
    public static Takedown of(Artifact artifact, String asked) {
        Corpus corpus = Corpus.open(artifact);
        List<Target> found = find(corpus, asked);
        Set<String> originals = new TreeSet<>();
        found.forEach(target -> originals.add(target.duplicateOf().isEmpty() ? target.id() : target.duplicateOf()));
        Set<String> named = found.stream().map(Target::id).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Target> all = all(corpus)) {
            return new Takedown(
                    asked,
                    all.filter(target -> named.contains(target.id())
                                    || originals.contains(target.id())
                                    || originals.contains(target.duplicateOf()))
                            .toList());
        }
    }

    private static List<Target> find(Corpus corpus, String asked) {
        boolean beginning = asked.matches("[0-9a-f]{" + SHORTEST_ID + ",16}");
        List<Target> found;
        try (Stream<Target> all = all(corpus)) {
            found = all.filter(target -> target.uri().equals(asked)
                            || (beginning && target.id().startsWith(asked)))
                    .toList();
        }
        if (found.isEmpty()) {
            throw new AyatoriException("no document of the corpus, kept or removed, has the id or address '" + asked
                    + "'; name an id by at least " + SHORTEST_ID + " of its digits");
        }
        if (found.size() > 1 && found.stream().noneMatch(target -> target.uri().equals(asked))) {
            throw new AyatoriException("'" + asked + "' begins the ids of several documents: "
                    + found.stream().map(Target::id).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static Stream<Target> all(Corpus corpus) {
        return Stream.concat(
                corpus.documents().map(document -> Target.of(new Removal(document, "", "", "", ""))),
                corpus.removed().map(Target::of));
    }

    /** What the list has to hold: the ids, and the address where one was asked for. */
    public List<String> entries() {
        List<String> entries = targets.stream().map(Target::id).collect(Collectors.toCollection(ArrayList::new));
        if (targets.stream().anyMatch(target -> target.uri().equals(asked))) {
            entries.add(asked);
        }
        return entries;
    }
}
