package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.build.draft.Boilerplate;
import dev.ayatori.corpus.build.draft.Draft;
import dev.ayatori.corpus.build.draft.Partition;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.clean.LineHashes;
import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.Passages;
import dev.ayatori.corpus.dedup.similar.SimilarPassages;
import dev.ayatori.corpus.dedup.substring.AnchorWriter;
import dev.ayatori.corpus.spill.LongSorter;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordSorter;
import dev.ayatori.corpus.spill.RecordWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Step "read": drafts of a partition's pages, and the hashes of their lines, so that repeated ones can be told. */
record ReadPages(Job job, Partition partition) implements Work<ReadPages.Read> {
    static final Journal.Step STEP = new Journal.Step("read", "reading pages", "kB");
    /** Ends of the names of files. */
    static final String COPIES = ".copies";

    private static final String DRAFTS = ".drafts";
    private static final String PASSAGES = ".passages";
    private static final String ANCHORS = ".anchors";
    private static final String FINGERPRINTS = ".fingerprints";

    /**
     * What was read.
     *
     * @param pages drafts by the group in which their lines are counted
     * @param passages how many files of passages there are
     * @param anchors how many files of anchors there are
     * @param fingerprints how many files of fingerprints there are
     */
    record Read(SortedMap<Integer, Long> pages, long quarantined, int passages, int anchors, int fingerprints) {}

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
        try (Sinks sinks = new Sinks()) {
            return sinks.finish(Drafting.read(job, partition, sinks::add));
        }
    }

    /** Takes in drafts: what is compared later is gathered from each while it is in memory. */
    private final class Sinks implements AutoCloseable {
        private final CorpusSettings settings = job.settings();
        private final SortedMap<Integer, Long> pages = new TreeMap<>();
        private final LineHashes hashes = new LineHashes(settings.repeatedLines());
        private final RecordWriter drafts = new RecordWriter(job.file(STEP.name(), name() + DRAFTS));
        private final LongSorter lines =
                new LongSorter(job.file(STEP.name(), name() + ".lines"), (int) Math.min(1 << 24, job.memory() / 32));
        private final Passages.Writer passages = new Passages(duplicates())
        .new Writer(job.file(STEP.name(), name() + PASSAGES), (int) Math.min(1 << 20, job.memory() / 128));
        private final Optional<AnchorWriter> anchors = duplicates().comparesSubstrings()
                ? Optional.of(new AnchorWriter(
                        duplicates().substringCharacters(),
                        partition.number(),
                        job.file(STEP.name(), name() + ANCHORS),
                        job.file(STEP.name(), name() + COPIES),
                        job.memory() / 2))
                : Optional.empty();
        private final Optional<SimilarPassages.Writer> similar = duplicates().comparesSimilar()
                ? Optional.of(new SimilarPassages(duplicates())
                .new Writer(partition.number(), job.file(STEP.name(), name() + FINGERPRINTS), job.memory() / 2))
                : Optional.empty();
        private long offset;

        void add(Draft draft) {
            long begin = offset;
            offset += draft.text().length();
            drafts.add(offset, StoredRecords.bytes(draft));
            int group = Boilerplate.group(draft, job.ranking());
            pages.merge(group, 1L, Long::sum);
            if (settings.repeatedLines().any()) {
                hashes.of(draft.text(), group).forEach(lines::add);
            }
            if (!draft.isCode()) {
                long owner = draft.owner(job.ranking());
                passages.add(draft.text(), owner);
                anchors.ifPresent(writer -> writer.add(draft.text(), owner, begin));
                similar.ifPresent(writer -> writer.add(draft.text(), owner, begin));
            }
        }

        private DuplicateSettings duplicates() {
            return settings.duplicates();
        }

        Read finish(long quarantined) {
            drafts.finish();
            lines.finish();
            return new Read(
                    pages,
                    quarantined,
                    passages.finish(),
                    anchors.map(AnchorWriter::finish).orElse(0),
                    similar.map(SimilarPassages.Writer::finish).orElse(0));
        }

        @Override
        public void close() {
            drafts.close();
            lines.close();
            anchors.ifPresent(AnchorWriter::close);
        }
    }

    /** Names of the files of passages of all partitions. */
    static List<String> passages(List<Partition> partitions, List<Read> read) {
        return files(partitions, PASSAGES, read, Read::passages);
    }

    /** Names of the files of anchors of all partitions. */
    static List<String> anchors(List<Partition> partitions, List<Read> read) {
        return files(partitions, ANCHORS, read, Read::anchors);
    }

    /** Names of the files of fingerprints of all partitions. */
    static List<String> fingerprints(List<Partition> partitions, List<Read> read) {
        return files(partitions, FINGERPRINTS, read, Read::fingerprints);
    }

    private static List<String> files(
            List<Partition> partitions, String kind, List<Read> read, ToIntFunction<Read> count) {
        return IntStream.range(0, read.size())
                .boxed()
                .flatMap(i -> RecordSorter.names(partitions.get(i).name() + kind, count.applyAsInt(read.get(i))))
                .toList();
    }

    /** Whether pages must be read before any can be judged. */
    static boolean isNeeded(CorpusSettings settings) {
        return settings.repeatedLines().any()
                || settings.duplicates().comparesPassages()
                || settings.duplicates().comparesSimilar()
                || settings.duplicates().comparesSubstrings();
    }

    /** The file of a partition's stretches that stand before in the same text. */
    static Path copies(Job job, Partition partition) {
        return job.file(STEP.name(), partition.name() + COPIES);
    }

    /** The drafts of a partition that was read; the key of each is the number of characters up to its end. */
    static RecordReader drafts(Job job, Partition partition) {
        return RecordReader.open(job.file(STEP.name(), partition.name() + DRAFTS));
    }
}
