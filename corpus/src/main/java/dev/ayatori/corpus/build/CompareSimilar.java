package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.similar.SimilarPassages;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Step "similar": the lines or paragraphs that are nearly the same as one before them.
 *
 * @param files names of the files of fingerprints that were read
 */
record CompareSimilar(Job job, List<String> files, int part, int parts) implements Work<CompareSimilar.Compared> {
    static final Journal.Step STEP = new Journal.Step("similar", "finding similar passages", "parts");

    /** Name of the file of copied passages. */
    record Compared(String copies) {}

    static List<CompareSimilar> all(Job job, List<String> files, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> new CompareSimilar(job, files, part, parts))
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
        new SimilarPassages(job.settings().duplicates())
                .merge(
                        job.files(ReadPages.STEP, files),
                        new KeyRange(part, parts),
                        job.file(STEP.name(), compared.copies()));
        return compared;
    }
}
