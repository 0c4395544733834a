package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.draft.Draft;
import dev.ayatori.corpus.build.draft.Partition;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.dedup.substring.Copies;
import dev.ayatori.corpus.dedup.substring.WindowWriter;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordSorter;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Step "windows": the windows of a partition that must be compared.
 *
 * @param open names of the files of open stretches
 */
record HashWindows(Job job, Partition partition, List<String> open) implements Work<HashWindows.Hashed> {
    static final Journal.Step STEP = new Journal.Step("windows", "comparing substrings that begin alike", "kB");

    /** How many files there are. */
    record Hashed(int files) {
        private Stream<String> names(Partition partition) {
            return RecordSorter.names(partition.name(), files);
        }
    }

    @Override
    public String name() {
        return partition.name();
    }

    @Override
    public long weight() {
        return partition.weight();
    }

    @Override
    public Hashed run() {
        int window = job.settings().duplicates().substringCharacters();
        try (Arena arena = Arena.ofConfined();
                RecordReader drafts = ReadPages.drafts(job, partition)) {
            WindowWriter windows = new WindowWriter(
                    window,
                    Copies.of(job.files(MergeAnchors.STEP, open), partition.number(), arena),
                    job.file(STEP.name(), name()),
                    job.memory());
            while (drafts.next()) {
                if (windows.wants(drafts.key())) {
                    Draft draft = StoredRecords.draft(drafts.record());
                    windows.add(
                            draft.text(),
                            draft.owner(job.ranking()),
                            drafts.key() - draft.text().length());
                }
            }
            return new Hashed(windows.finish());
        }
    }

    /** Names of the files of all partitions. */
    static List<String> files(List<Partition> partitions, List<Hashed> hashed) {
        return IntStream.range(0, partitions.size())
                .boxed()
                .flatMap(i -> hashed.get(i).names(partitions.get(i)))
                .toList();
    }
}
