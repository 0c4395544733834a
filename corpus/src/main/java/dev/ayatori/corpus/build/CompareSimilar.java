package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.similar.SimilarPassages;
import java.util.List;

/**
 * Step "similar": the lines or paragraphs that are nearly the same as one before them.
 *
 * @param files names of the files of fingerprints that were read
 */
record CompareSimilar(Job job, List<String> files, KeyRange range) implements RangeWork<CompareSimilar.Compared> {
    static final Journal.Step STEP = new Journal.Step("similar", "finding similar passages", "parts");

    /** Name of the file of copied passages. */
    record Compared(String copies) {}

    static List<CompareSimilar> all(Job job, List<String> files, int parts) {
        return KeyRange.all(parts).stream()
                .map(range -> new CompareSimilar(job, files, range))
                .toList();
    }

    @Override
    public Compared run() throws InterruptedException {
        Compared compared = new Compared(name() + ReadPages.COPIES);
        new SimilarPassages(job.settings().duplicates())
                .merge(job.files(ReadPages.STEP, files), range, job.file(STEP.name(), compared.copies()));
        return compared;
    }
}
