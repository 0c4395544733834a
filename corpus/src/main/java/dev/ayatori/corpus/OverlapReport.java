package dev.ayatori.corpus;

import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationIndex;
import dev.ayatori.corpus.decontaminate.EvaluationIndexWriter;
import dev.ayatori.corpus.decontaminate.Overlap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What documents hold of evaluation sets.
 *
 * @param documents how many were looked at
 * @param sets by name
 * @param evidence every overlap, in the order of the documents
 */
public record OverlapReport(long documents, SortedMap<String, Found> sets, List<Evidence> evidence) {
    private static final int SHOWN = 60;

    /**
     * What was found of a set.
     *
     * @param texts texts of its items
     * @param tooShort those too short to tell
     * @param found those that stand in any document
     * @param documents documents that hold any
     */
    public record Found(int texts, int tooShort, long found, long documents) {}

    /** One text of a set in one document, as it stands there. */
    public record Evidence(String document, String uri, Overlap overlap, String excerpt) {}

    /** Looks for the sets in documents. */
    public static OverlapReport of(Stream<Document> documents, DecontaminationSettings settings) {
        Path folder = temporary();
        try {
            SortedMap<String, EvaluationIndexWriter.Counts> counts = EvaluationIndexWriter.write(settings, folder);
            try (EvaluationIndex index = new EvaluationIndex(folder, settings)) {
                return of(documents, index, counts);
            }
        } finally {
            delete(folder);
        }
    }

    private static OverlapReport of(
            Stream<Document> documents, EvaluationIndex index, SortedMap<String, EvaluationIndexWriter.Counts> counts) {
        List<Evidence> evidence = new ArrayList<>();
        long[] read = {0};
        documents.forEachOrdered(document -> {
            read[0]++;
            for (Overlap overlap : index.overlaps(document.text())) {
                String excerpt = document.text().substring(overlap.start(), overlap.end());
                evidence.add(new Evidence(document.id(), document.uri(), overlap, excerpt));
            }
        });
        SortedMap<String, Found> sets = new TreeMap<>();
        counts.forEach((set, count) -> sets.put(set, found(set, count, evidence)));
        return new OverlapReport(read[0], sets, evidence);
    }

    private static Found found(String set, EvaluationIndexWriter.Counts counts, List<Evidence> evidence) {
        List<Evidence> own = evidence.stream()
                .filter(each -> each.overlap().set().equals(set))
                .toList();
        return new Found(
                counts.texts(),
                counts.tooShort(),
                own.stream()
                        .map(each ->
                                each.overlap().item() + "\n" + each.overlap().field())
                        .distinct()
                        .count(),
                own.stream().map(Evidence::document).distinct().count());
    }

    /** The report as text for people: a table, then the strongest evidence first. */
    public String text(int samples) {
        StringBuilder out = new StringBuilder();
        line(out, "%-24s %10s %10s %10s %10s", "set", "texts", "too short", "found", "documents");
        sets.forEach((name, set) -> line(
                out, "%-24s %,10d %,10d %,10d %,10d", name, set.texts(), set.tooShort(), set.found(), set.documents()));
        line(out, "%,d documents", documents);
        evidence.stream()
                .sorted(Comparator.comparing(Evidence::overlap, Overlap.BEST_FIRST)
                        .thenComparing(Evidence::document))
                .limit(samples)
                .forEach(each -> line(
                        out,
                        "%n%.2f  %s %s %s%n    %s %d..%d  %s%n    %s",
                        each.overlap().score(),
                        each.overlap().set(),
                        each.overlap().item(),
                        each.overlap().field(),
                        each.document(),
                        each.overlap().start(),
                        each.overlap().end(),
                        each.uri(),
                        shortened(each.excerpt())));
        return out.toString();
    }

    private static String shortened(String excerpt) {
        String flat = excerpt.replaceAll("\\s+", " ");
        int length = flat.codePointCount(0, flat.length());
        return length <= SHOWN ? flat : flat.substring(0, flat.offsetByCodePoints(0, SHOWN)) + "…";
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("ayatori-sets");
        } catch (IOException e) {
            throw new UncheckedIOException("could not create a temporary folder: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(EvaluationIndex.GRAMS));
            Files.deleteIfExists(folder.resolve(EvaluationIndex.NAMES));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + folder, e);
        }
    }
}
