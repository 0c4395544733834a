package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.substring.Substrings;
import java.util.List;

/**
 * Step "anchors": which anchors of texts have the same windows, and which must have them compared.
 *
 * @param files names of the files of anchors that were read
 */
record MergeAnchors(Job job, List<String> files, KeyRange range) implements RangeWork<MergeAnchors.Merged> {
    static final Journal.Step STEP = new Journal.Step("anchors", "comparing substrings", "parts");

    /** Names of the files of copied stretches and of those that are open. */
    record Merged(String copies, String open) {}

    static List<MergeAnchors> all(Job job, List<String> files, int parts) {
        return KeyRange.all(parts).stream()
                .map(range -> new MergeAnchors(job, files, range))
                .toList();
    }

    @Override
    public Merged run() throws InterruptedException {
        Merged merged = new Merged(name() + ReadPages.COPIES, name() + ".open");
        Substrings.merge(
                job.files(ReadPages.STEP, files),
                range,
                job.file(STEP.name(), merged.copies()),
                job.file(STEP.name(), merged.open()));
        return merged;
    }
}
