package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.Passages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Step "passages": the lines or paragraphs that several documents have, with the one that keeps each.
 *
 * @param files names of the files of passages that were read
 */
record MergePassages(Job job, List<String> files, int part, int parts) implements Work<MergePassages.Merged> {
    static final Journal.Step STEP = new Journal.Step("passages", "comparing passages", "parts");

    /** Names of the files of hashes and owners. */
    record Merged(String hashes, String owners) {}

    static List<MergePassages> all(Job job, List<String> files, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> new MergePassages(job, files, part, parts))
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
    public Merged run() {
        List<Path> read = job.files(ReadPages.STEP, files);
        Merged merged = new Merged(name() + ".hashes", name() + ".owners");
        Passages.merge(
                read,
                new KeyRange(part, parts),
                job.file(STEP.name(), merged.hashes()),
                job.file(STEP.name(), merged.owners()));
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
