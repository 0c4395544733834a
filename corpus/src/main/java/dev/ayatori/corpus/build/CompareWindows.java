package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.substring.Substrings;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Step "substrings": which of the windows that must be compared stand before.
 *
 * @param files names of the files of contexts
 */
record CompareWindows(Job job, List<String> files, int part, int parts) implements Work<CompareWindows.Compared> {
    static final Journal.Step STEP = new Journal.Step("substrings", "finding copied substrings", "parts");

    /** Name of the file of copied stretches. */
    record Compared(String copies) {}

    static List<CompareWindows> all(Job job, List<String> files, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> new CompareWindows(job, files, part, parts))
                .toList();
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "%d-of-%d", part, parts);
    }

    @Override
    public long weight() {
        return 1;
    }

    @Override
    public Compared run() throws InterruptedException {
        Compared compared = new Compared(name() + ReadPages.COPIES);
        Substrings.compare(
                job.settings().duplicates().substringCharacters(),
                job.files(CollectContexts.STEP, files),
                new KeyRange(part, parts),
                job.file(STEP.name(), compared.copies()),
                job.memory());
        return compared;
    }
}
