package dev.ayatori.corpus.report;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.build.decide.FindOverlaps;
import dev.ayatori.corpus.decontaminate.Overlap;
import dev.ayatori.corpus.filter.Evidence;
import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Passage;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What there is to see of a corpus.
 *
 * @param contentHash of the corpus
 * @param attributes the values of each filter, those first that removed most
 * @param samples of removed documents, by rule
 * @param droppedBy how many documents each rule removed, by collection, then by language
 * @param copies how many kept documents stand for so many, themselves included
 * @param quarantine what could not be read, by reason
 */
public record CorpusReport(
        String contentHash,
        CorpusStatistics statistics,
        List<AttributeValues> attributes,
        SortedMap<String, List<Sample>> samples,
        DroppedBy droppedBy,
        SortedMap<Long, Long> copies,
        List<Reason> quarantine) {
    private static final int MOST_REASONS = 200;

    /**
     * Pages that could not be read for one reason.
     *
     * @param reason with all numbers left out
     * @param example one of them
     */
    public record Reason(String reason, long pages, Quarantined example) {}

    /** A removed document, and what its rule counted in its text. */
    public record Sample(Removal removal, List<Passage> passages) {}

    /** Removed documents of a collection, or in a language, by rule. */
    public record DroppedBy(
            SortedMap<String, SortedMap<String, Long>> collections,
            SortedMap<String, SortedMap<String, Long>> languages) {
        static DroppedBy nothing() {
            return new DroppedBy(new TreeMap<>(), new TreeMap<>());
        }

        void add(Removal removal) {
            Document document = removal.document();
            count(collections, document.collection(), removal.rule());
            count(languages, document.language(), removal.rule());
        }

        private static void count(SortedMap<String, SortedMap<String, Long>> counts, String key, String rule) {
            counts.computeIfAbsent(key, each -> new TreeMap<>()).merge(rule, 1L, Long::sum);
        }
    }

    /** Reads all of a corpus once; so many removed documents of each rule are shown. */
    public static CorpusReport of(Artifact artifact, int samplesPerRule) {
        Corpus corpus = Corpus.open(artifact);
        Counting counting = new Counting(artifact.settings(CorpusSettings.defaults()), samplesPerRule);
        try (Stream<Document> documents = corpus.documents();
                Stream<Removal> removed = corpus.removed()) {
            documents.forEachOrdered(counting::kept);
            removed.forEachOrdered(counting::removed);
        }
        return new CorpusReport(
                artifact.contentHash(),
                corpus.statistics(),
                counting.attributes(),
                counting.samples,
                counting.droppedBy,
                counting.copies,
                quarantine(artifact));
    }

    private static List<Reason> quarantine(Artifact artifact) {
        var reasons = new TreeMap<String, Reason>();
        try (Stream<String> lines = Files.lines(artifact.file(Corpus.QUARANTINE))) {
            lines.map(line -> Json.parse(line, Quarantined.class)).forEachOrdered(page -> {
                String reason = page.reason().replaceAll("\\d+", "…");
                if (reasons.size() < MOST_REASONS || reasons.containsKey(reason)) {
                    reasons.merge(
                            reason,
                            new Reason(reason, 1, page),
                            (a, b) -> new Reason(reason, a.pages() + 1, a.example()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the quarantine of " + artifact.folder(), e);
        }
        return reasons.values().stream()
                .sorted(Comparator.comparing(Reason::pages).reversed())
                .toList();
    }

    /** Counts documents one by one. */
    private static final class Counting {
        private final CorpusSettings settings;
        private final int samplesPerRule;
        private final Map<String, List<Filter>> outlines = new HashMap<>();
        private final SortedMap<AttributeValues.Key, AttributeValues> values = new TreeMap<>();
        private final SortedMap<String, List<Sample>> samples = new TreeMap<>();
        private final DroppedBy droppedBy = DroppedBy.nothing();
        private final Evidence evidence;
        private final SortedMap<Long, Long> copies = new TreeMap<>();

        Counting(CorpusSettings settings, int samplesPerRule) {
            this.settings = settings;
            this.samplesPerRule = samplesPerRule;
            this.evidence = Evidence.of(settings.filters());
        }

        void kept(Document document) {
            measure(document, "");
            String more = document.attribute(Document.COPIES);
            copies.merge(more.isEmpty() ? 1 : 1 + Long.parseLong(more), 1L, Long::sum);
        }

        void removed(Removal removal) {
            measure(removal.document(), removal.rule());
            droppedBy.add(removal);
            List<Sample> shown = samples.computeIfAbsent(removal.rule(), rule -> new ArrayList<>());
            if (shown.size() < samplesPerRule) {
                shown.add(new Sample(removal, passages(removal.document(), removal.rule())));
            }
        }

        private List<Passage> passages(Document document, String rule) {
            String overlaps = document.attribute(Document.OVERLAPS);
            return rule.equals(FindOverlaps.RULE) && !overlaps.isEmpty()
                    ? Arrays.stream(Json.parse(overlaps, Overlap[].class))
                            .map(overlap -> new Passage(overlap.start(), overlap.end()))
                            .sorted(Comparator.comparing(Passage::from))
                            .toList()
                    : evidence.passages(document.collection(), document.language(), rule, document.text());
        }

        private void measure(Document document, String rule) {
            List<Filter> outline = outlines.computeIfAbsent(
                    document.collection() + "\n" + document.language(),
                    key -> settings.filters().outline(document.collection(), document.language()));
            for (Filter filter : outline) {
                String value = document.attribute(filter.name());
                if (!value.isEmpty()) {
                    var key = new AttributeValues.Key(document.language(), filter.name(), filter.bounds());
                    values.computeIfAbsent(key, AttributeValues::new).add(Double.parseDouble(value), rule);
                }
            }
        }

        List<AttributeValues> attributes() {
            return values.values().stream()
                    .sorted(Comparator.comparing(AttributeValues::removedByIt).reversed())
                    .toList();
        }
    }
}
