package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.substring.Substrings;
import java.util.List;

/**
 * Step "substrings": which of the windows that must be compared stand before.
 *
 * @param files names of the files of contexts
 */
record CompareWindows(Job job, List<String> files, KeyRange range) implements RangeWork<CompareWindows.Compared> {
    static final Journal.Step STEP = new Journal.Step("substrings", "finding copied substrings", "parts");

    /** Name of the file of copied stretches. */
    record Compared(String copies) {}

    static List<CompareWindows> all(Job job, List<String> files, int parts) {
        return KeyRange.all(parts).stream()
                .map(range -> new CompareWindows(job, files, range))
                .toList();
    }

    @Override
    public Compared run() throws InterruptedException {
        Compared compared = new Compared(name() + ReadPages.COPIES);
        Substrings.compare(
                job.settings().duplicates().substringCharacters(),
                job.files(CollectContexts.STEP, files),
                range,
                job.file(STEP.name(), compared.copies()),
                job.memory());
        return compared;
    }
}
