package dev.ayatori.corpus.build;

import dev.ayatori.corpus.clean.LineHashes;
import dev.ayatori.corpus.spill.LongSorter;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordWriter;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Step "read": drafts of a partition's pages, and the hashes of their lines, so that repeated ones can be told. */
record ReadPages(Job job, Partition partition) implements Work<ReadPages.Read> {
    static final Journal.Step STEP = new Journal.Step("read", "reading pages", "kB");

    /**
     * What was read.
     *
     * @param pages drafts by the group in which their lines are counted
     */
    record Read(SortedMap<Integer, Long> pages, long quarantined) {}

    @Override
    public String name() {
        return partition.name();
    }

    @Override
    public long weight() {
        return partition.weight();
    }

    @Override
    public Read run() throws IOException {
        var pages = new TreeMap<Integer, Long>();
        LineHashes hashes = new LineHashes(job.settings().repeatedLines());
        try (RecordWriter drafts = new RecordWriter(job.file(STEP.name(), name() + ".drafts"));
                LongSorter lines = new LongSorter(
                        job.file(STEP.name(), name() + ".lines"), (int) Math.min(1 << 24, job.memory() / 32))) {
            long quarantined = Drafting.read(job, partition, draft -> {
                drafts.add(0, StoredRecords.bytes(draft));
                int group = Boilerplate.group(draft, job.ranking());
                pages.merge(group, 1L, Long::sum);
                hashes.of(draft.text(), group).forEach(lines::add);
            });
            drafts.finish();
            lines.finish();
            return new Read(pages, quarantined);
        }
    }

    /** Hands on the drafts of a partition that was read. */
    static void forEach(Job job, Partition partition, Consumer<Draft> consumer) {
        try (RecordReader drafts = RecordReader.open(job.file(STEP.name(), partition.name() + ".drafts"))) {
            while (drafts.next()) {
                consumer.accept(StoredRecords.draft(drafts.record()));
            }
        }
    }
}
