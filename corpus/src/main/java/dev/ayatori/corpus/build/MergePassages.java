package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.Passages;
import java.nio.file.Path;
import java.util.List;

/**
 * Step "passages": the lines or paragraphs that several documents have, with the one that keeps each.
 *
 * @param files names of the files of passages that were read
 */
record MergePassages(Job job, List<String> files, KeyRange range) implements RangeWork<MergePassages.Merged> {
    static final Journal.Step STEP = new Journal.Step("passages", "comparing passages", "parts");

    /** Names of the files of hashes and owners. */
    record Merged(String hashes, String owners) {}

    static List<MergePassages> all(Job job, List<String> files, int parts) {
        return KeyRange.all(parts).stream()
                .map(range -> new MergePassages(job, files, range))
                .toList();
    }

    @Override
    public Merged run() {
        List<Path> read = job.files(ReadPages.STEP, files);
        Merged merged = new Merged(name() + ".hashes", name() + ".owners");
        Passages.merge(read, range, job.file(STEP.name(), merged.hashes()), job.file(STEP.name(), merged.owners()));
        return merged;
    }

    /** The table of all parts; without any when passages are not compared. */
    static Passages.Table table(Job job, List<String> parts) {
        return new Passages(job.settings().duplicates())
        .new Table(
                parts.stream()
                        .map(part -> job.file(STEP.name(), part + ".hashes"))
                        .toList(),
                parts.stream()
                        .map(part -> job.file(STEP.name(), part + ".owners"))
                        .toList());
    }
}
