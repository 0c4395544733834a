package dev.ayatori.corpus.build;

import dev.ayatori.corpus.clean.LineHashes;
import dev.ayatori.corpus.clean.RepeatedLineSettings;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.LongMerge;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/** Step "lines": the lines that stand in nearly all pages of their group, for one range of hashes. */
record CountLines(Job job, List<String> partitions, SortedMap<Integer, Long> pages, KeyRange range)
        implements RangeWork<CountLines.Repeated> {
    static final Journal.Step STEP = new Journal.Step("lines", "counting lines", "parts");

    /** Hashes of repeated lines, each with the number of pages it stands in. */
    record Repeated(SortedMap<Long, Long> lines) {}

    static List<CountLines> all(Job job, List<String> partitions, SortedMap<Integer, Long> pages, int parts) {
        return KeyRange.all(parts).stream()
                .map(range -> new CountLines(job, partitions, pages, range))
                .toList();
    }

    @Override
    public Repeated run() {
        RepeatedLineSettings settings = job.settings().repeatedLines();
        var repeated = new TreeMap<Long, Long>();
        long share = Long.MAX_VALUE / range.count();
        try (Arena arena = Arena.ofConfined()) {
            LongMerge lines = new LongMerge(partitions.stream()
                    .map(partition -> LongFile.map(job.file(ReadPages.STEP.name(), partition + ".lines"), arena)
                            .range(
                                    range.number() * share,
                                    range.number() + 1 == range.count()
                                            ? Long.MAX_VALUE
                                            : (range.number() + 1) * share))
                    .toList());
            boolean more = lines.advance();
            while (more) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                long line = lines.value();
                long count = 0;
                while (more && lines.value() == line) {
                    count++;
                    more = lines.advance();
                }
                if (settings.repeated(count, pages.getOrDefault(LineHashes.group(line), 0L))) {
                    repeated.put(line, count);
                }
            }
        }
        return new Repeated(repeated);
    }
}
