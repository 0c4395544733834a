package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.clean.LineHashes;
import dev.ayatori.corpus.dedup.Passages;
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
     * @param passages how many files of passages there are
     */
    record Read(SortedMap<Integer, Long> pages, long quarantined, int passages) {}

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
        Passages.Writer passages = new Passages(job.settings().duplicates())
        .new Writer(job.file(STEP.name(), name() + ".passages"), (int) Math.min(1 << 20, job.memory() / 128));
        try (RecordWriter drafts = new RecordWriter(job.file(STEP.name(), name() + ".drafts"));
                LongSorter lines = new LongSorter(
                        job.file(STEP.name(), name() + ".lines"), (int) Math.min(1 << 24, job.memory() / 32))) {
            long quarantined = Drafting.read(job, partition, draft -> {
                drafts.add(0, StoredRecords.bytes(draft));
                int group = Boilerplate.group(draft, job.ranking());
                pages.merge(group, 1L, Long::sum);
                if (job.settings().repeatedLines().any()) {
                    hashes.of(draft.text(), group).forEach(lines::add);
                }
                if (!draft.isCode()) {
                    passages.add(draft.text(), draft.owner(job.ranking()));
                }
            });
            drafts.finish();
            lines.finish();
            return new Read(pages, quarantined, passages.finish());
        }
    }

    /** Whether pages must be read before any can be judged. */
    static boolean isNeeded(CorpusSettings settings) {
        return settings.repeatedLines().any() || settings.duplicates().comparesPassages();
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
