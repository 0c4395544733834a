package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.JudgePages.Judged;
import dev.ayatori.corpus.build.LinkDocuments.Linked;
import dev.ayatori.corpus.build.ReadPages.Read;
import dev.ayatori.corpus.build.SplitDocuments.Layout;
import dev.ayatori.corpus.build.WriteTables.Written;
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
        List<Read> read = job.settings().repeatedLines().any() ? read(partitions) : List.of();
        SortedMap<Long, Long> repeated = read.isEmpty() ? new TreeMap<>() : repeated(partitions, read);
        List<Judged> judged = judge(partitions, repeated);
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
        var pages = new TreeMap<Integer, Long>();
        read.forEach(each -> each.pages().forEach((group, count) -> pages.merge(group, count, Long::sum)));
        List<String> names = partitions.stream().map(Partition::name).toList();
        var repeated = new TreeMap<Long, Long>();
        journal.run(CountLines.STEP, CountLines.all(job, names, pages, FEWEST_PARTS), CountLines.Repeated.class)
                .forEach(part -> repeated.putAll(part.lines()));
        return repeated;
    }

    private List<Judged> judge(List<Partition> partitions, SortedMap<Long, Long> repeated) throws InterruptedException {
        List<JudgePages> tasks = partitions.stream()
                .map(partition -> new JudgePages(job, partition, repeated))
                .toList();
        return journal.run(JudgePages.STEP, tasks, Judged.class);
    }

    private List<Linked> link(List<Run> runs, boolean relatives) throws InterruptedException {
        long documents = runs.stream().mapToLong(Run::passed).sum();
        int parts = (int) Math.max(FEWEST_PARTS, documents / PART);
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
