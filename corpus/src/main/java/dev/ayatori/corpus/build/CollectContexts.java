package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.draft.Draft;
import dev.ayatori.corpus.build.draft.Partition;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.dedup.substring.ContextWriter;
import dev.ayatori.corpus.dedup.substring.Copies;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordSorter;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Step "contexts": the anchors of a partition whose windows must be compared, with their texts.
 *
 * @param open names of the files of open stretches
 */
record CollectContexts(Job job, Partition partition, List<String> open) implements Work<CollectContexts.Collected> {
    static final Journal.Step STEP = new Journal.Step("contexts", "comparing substrings that begin alike", "kB");

    /** How many files there are. */
    record Collected(int files) {
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
    public Collected run() {
        int window = job.settings().duplicates().substringCharacters();
        try (Arena arena = Arena.ofConfined();
                RecordReader drafts = ReadPages.drafts(job, partition)) {
            ContextWriter contexts = new ContextWriter(
                    window,
                    Copies.of(job.files(MergeAnchors.STEP, open), partition.number(), arena),
                    job.file(STEP.name(), name()),
                    job.memory());
            while (drafts.next()) {
                if (contexts.wants(drafts.key())) {
                    Draft draft = StoredRecords.draft(drafts.record());
                    contexts.add(
                            draft.text(),
                            draft.owner(job.ranking()),
                            drafts.key() - draft.text().length());
                }
            }
            return new Collected(contexts.finish());
        }
    }

    /** Names of the files of all partitions. */
    static List<String> files(List<Partition> partitions, List<Collected> collected) {
        return IntStream.range(0, partitions.size())
                .boxed()
                .flatMap(i -> collected.get(i).names(partitions.get(i)))
                .toList();
    }
}
