package dev.ayatori.tokenizer.train.text;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.Workplace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Counts the segments of texts from several sources on several threads; texts are given by one. */
public final class TextCounter implements AutoCloseable {
    /** Characters that are given out together. */
    private static final int BATCH = 1 << 22;

    private static final int TEXTS_AT_ONCE = 64;

    private record Text(String source, String text, long count) {}

    private final Supplier<TextCutter> cutters;
    private final Workplace workplace;
    private final int sources;
    private final Chunks chunks;
    private final List<Worker> workers = new ArrayList<>();
    private final Queue<Worker> free = new ConcurrentLinkedQueue<>();
    private final List<Text> batch = new ArrayList<>();
    private long batched;

    private final class Worker {
        private final String name = "thread%02d".formatted(workers.size());
        private final Map<String, SegmentCounter> counters = new HashMap<>();

        void count(Text text) {
            counters.computeIfAbsent(
                            text.source(),
                            source -> new SegmentCounter(
                                    cutters.get(),
                                    workplace.folder(),
                                    name + "-source%02d".formatted(counters.size()),
                                    workplace.memory() / workplace.threads() / sources))
                    .add(text.text(), text.count());
        }
    }

    /**
     * A counter of nothing yet.
     *
     * @param cutters make one cutter for each thread and source
     * @param sources how many sources there may be
     */
    public TextCounter(Supplier<TextCutter> cutters, Workplace workplace, int sources) {
        this.cutters = cutters;
        this.workplace = workplace;
        this.sources = sources;
        this.chunks = new Chunks(workplace.threads());
        for (int i = 0; i < workplace.threads(); i++) {
            Worker worker = new Worker();
            workers.add(worker);
            free.add(worker);
        }
    }

    /** Counts a text that occurs so many times. */
    public void add(String source, String text, long count) throws InterruptedException {
        batch.add(new Text(source, text, count));
        batched += text.length();
        if (batched > BATCH) {
            drain();
        }
    }

    private void drain() throws InterruptedException {
        chunks.work(batch.size(), TEXTS_AT_ONCE, () -> (from, to) -> {
            Worker worker = free.remove();
            batch.subList(from, to).forEach(worker::count);
            free.add(worker);
        });
        batch.clear();
        batched = 0;
    }

    /** What was counted of each source. */
    public Map<String, SegmentCounts> finish() throws InterruptedException {
        drain();
        Map<String, SegmentCounts> all = new TreeMap<>();
        for (Worker worker : workers) {
            worker.counters.forEach((source, counter) -> all.merge(source, counter.finish(), SegmentCounts::with));
        }
        return all;
    }

    @Override
    public void close() {
        chunks.close();
    }
}
