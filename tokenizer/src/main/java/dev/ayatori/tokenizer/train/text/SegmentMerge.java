package dev.ayatori.tokenizer.train.text;

import dev.ayatori.tokenizer.train.RecordReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Reads sorted runs of segments as one, each segment once with the sum of its weights. */
final class SegmentMerge {
    /** Takes a segment and its weight. */
    interface Sink {
        void segment(char[] characters, int length, long weight);
    }

    private static final class Run implements Comparable<Run>, AutoCloseable {
        private final RecordReader reader;
        private final long factor;
        private final char[] characters = new char[TextCutter.LONGEST + 4];
        private int length;
        private long weight;

        Run(Path file, long factor) {
            this.reader = new RecordReader(file);
            this.factor = factor;
        }

        boolean next() {
            if (reader.atEnd()) {
                return false;
            }
            length = (int) reader.number();
            reader.symbols(characters, 0, length);
            weight = reader.number() * factor;
            return true;
        }

        @Override
        public int compareTo(Run other) {
            return Arrays.compare(characters, 0, length, other.characters, 0, other.length);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private SegmentMerge() {}

    static void merge(List<WeightedCounts> sources, Sink sink) {
        PriorityQueue<Run> open = new PriorityQueue<>();
        try {
            for (WeightedCounts source : sources) {
                for (Path file : source.counts().runs()) {
                    advance(new Run(file, source.factor()), open);
                }
            }
            char[] current = new char[TextCutter.LONGEST + 4];
            while (!open.isEmpty()) {
                Run first = open.remove();
                int length = first.length;
                System.arraycopy(first.characters, 0, current, 0, length);
                long weight = first.weight;
                advance(first, open);
                for (Run other = open.peek(); other != null && isAt(other, current, length); other = open.peek()) {
                    open.remove();
                    weight += other.weight;
                    advance(other, open);
                }
                sink.segment(current, length, weight);
            }
        } finally {
            open.forEach(Run::close);
        }
    }

    private static boolean isAt(Run run, char[] segment, int length) {
        return Arrays.equals(run.characters, 0, run.length, segment, 0, length);
    }

    private static void advance(Run run, PriorityQueue<Run> open) {
        if (run.next()) {
            open.add(run);
        } else {
            run.close();
        }
    }
}
