package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.JudgePages.Judged;
import dev.ayatori.corpus.build.LinkDocuments.Linked;
import dev.ayatori.corpus.build.ReadPages.Read;
import dev.ayatori.corpus.build.SplitDocuments.Layout;
import dev.ayatori.corpus.build.WriteTables.Written;
import dev.ayatori.corpus.build.draft.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The steps of a build, one after the other. */
final class Steps {
    /** Keys of this many documents make one part. */
    private static final long PART = 100_000;

    private static final int FEWEST_PARTS = 8;

    private final Job job;
    private final Journal journal;

    Steps(Job job, Journal journal) {
        this.job = job;
        this.journal = journal;
    }

    Built build(List<Partition> partitions) throws InterruptedException {
        List<Read> read = ReadPages.isNeeded(job.settings()) ? read(partitions) : List.of();
        if (job.settings().decontamination().any()) {
            journal.run(IndexEvaluations.STEP, List.of(new IndexEvaluations(job)), IndexEvaluations.Indexed.class);
        }
        List<Judged> judged = judge(partitions, repeated(partitions, read), compared(partitions, read));
        List<Run> runs = judged.stream().flatMap(each -> each.runs().stream()).toList();
        List<String> edges = link(runs, false).stream().map(Linked::edges).toList();
        journal.run(DecideFates.STEP, List.of(new DecideFates(job, runs, edges)), DecideFates.Decided.class);
        List<Linked> relatives = job.settings().duplicates().relates() ? link(runs, true) : List.of();
        Layout layout = journal.run(
                        SplitDocuments.STEP, List.of(new SplitDocuments(job, runs, edges, relatives)), Layout.class)
                .getFirst();
        List<WriteTables> documents = WriteTables.all(job, runs, true, layout.documents());
        List<WriteTables> removed = WriteTables.all(job, runs, false, layout.removed());
        List<WriteTables> tables = new ArrayList<>(documents);
        tables.addAll(removed);
        List<Written> written = journal.run(WriteTables.STEP, tables, Written.class);
        return new Built(
                partitions.stream().map(Partition::name).toList(),
                runs.stream()
                        .mapToLong(run -> (long) run.passed() + run.failed())
                        .sum(),
                read.stream().mapToLong(Read::quarantined).sum()
                        + judged.stream().mapToLong(Judged::quarantined).sum(),
                lines(judged),
                layout.clusters(),
                written.subList(0, documents.size()),
                written.subList(documents.size(), written.size()));
    }

    private List<Read> read(List<Partition> partitions) throws InterruptedException {
        List<ReadPages> tasks = partitions.stream()
                .map(partition -> new ReadPages(job, partition))
                .toList();
        return journal.run(ReadPages.STEP, tasks, Read.class);
    }

    private SortedMap<Long, Long> repeated(List<Partition> partitions, List<Read> read) throws InterruptedException {
        if (!job.settings().repeatedLines().any()) {
            return new TreeMap<>();
        }
        var pages = new TreeMap<Integer, Long>();
        read.forEach(each -> each.pages().forEach((group, count) -> pages.merge(group, count, Long::sum)));
        List<String> names = partitions.stream().map(Partition::name).toList();
        var repeated = new TreeMap<Long, Long>();
        journal.run(CountLines.STEP, CountLines.all(job, names, pages, FEWEST_PARTS), CountLines.Repeated.class)
                .forEach(part -> repeated.putAll(part.lines()));
        return repeated;
    }

    private CutCopies.Compared compared(List<Partition> partitions, List<Read> read) throws InterruptedException {
        int parts = parts(read.stream()
                .flatMap(each -> each.pages().values().stream())
                .mapToLong(Long::longValue)
                .sum());
        return new CutCopies.Compared(
                passages(partitions, read, parts),
                similar(partitions, read, parts),
                substrings(partitions, read, parts));
    }

    /** Names of the parts of the table of passages. */
    private List<String> passages(List<Partition> partitions, List<Read> read, int parts) throws InterruptedException {
        if (!job.settings().duplicates().comparesPassages()) {
            return List.of();
        }
        List<MergePassages> tasks = MergePassages.all(job, ReadPages.passages(partitions, read), parts);
        journal.run(MergePassages.STEP, tasks, MergePassages.Merged.class);
        return tasks.stream().map(MergePassages::name).toList();
    }

    /** Names of the parts in which similar passages were found. */
    private List<String> similar(List<Partition> partitions, List<Read> read, int parts) throws InterruptedException {
        if (!job.settings().duplicates().comparesSimilar()) {
            return List.of();
        }
        List<CompareSimilar> tasks = CompareSimilar.all(job, ReadPages.fingerprints(partitions, read), parts);
        journal.run(CompareSimilar.STEP, tasks, CompareSimilar.Compared.class);
        return tasks.stream().map(CompareSimilar::name).toList();
    }

    /** Names of the parts in which substrings were compared. */
    private List<String> substrings(List<Partition> partitions, List<Read> read, int parts)
            throws InterruptedException {
        if (!job.settings().duplicates().comparesSubstrings()) {
            return List.of();
        }
        List<MergeAnchors> anchors = MergeAnchors.all(job, ReadPages.anchors(partitions, read), parts);
        List<String> open = journal.run(MergeAnchors.STEP, anchors, MergeAnchors.Merged.class).stream()
                .map(MergeAnchors.Merged::open)
                .toList();
        List<CollectContexts> contexts = partitions.stream()
                .map(partition -> new CollectContexts(job, partition, open))
                .toList();
        List<String> files = CollectContexts.files(
                partitions, journal.run(CollectContexts.STEP, contexts, CollectContexts.Collected.class));
        journal.run(CompareWindows.STEP, CompareWindows.all(job, files, parts), CompareWindows.Compared.class);
        return anchors.stream().map(MergeAnchors::name).toList();
    }

    private static int parts(long documents) {
        return (int) Math.max(FEWEST_PARTS, documents / PART);
    }

    private List<Judged> judge(List<Partition> partitions, SortedMap<Long, Long> repeated, CutCopies.Compared compared)
            throws InterruptedException {
        List<JudgePages> tasks = partitions.stream()
                .map(partition -> new JudgePages(job, partition, repeated, compared))
                .toList();
        return journal.run(JudgePages.STEP, tasks, Judged.class);
    }

    private List<Linked> link(List<Run> runs, boolean relatives) throws InterruptedException {
        int parts = parts(runs.stream().mapToLong(Run::passed).sum());
        return journal.run(
                relatives ? LinkDocuments.RELATIVES : LinkDocuments.DUPLICATES,
                LinkDocuments.all(job, runs, relatives, parts),
                Linked.class);
    }

    private static SortedMap<String, SortedMap<String, Long>> lines(List<Judged> judged) {
        var lines = new TreeMap<String, SortedMap<String, Long>>();
        judged.forEach(each -> each.lines()
                .forEach((collection, met) -> lines.computeIfAbsent(collection, name -> new TreeMap<>())
                        .putAll(met)));
        return lines;
    }
}
