package dev.ayatori.tokenizer.train.unigram;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The best of many candidates: those with the highest scores, among equals the longest, then the first by their codes. */
final class SeedCandidates {
    private final int limit;
    private final int stride;
    private char[] codes;
    private long[] scores;
    private int size;
    private volatile long least;

    /**
     * An empty collection.
     *
     * @param limit how many candidates may stay
     * @param longest codes of the longest candidate
     */
    SeedCandidates(int limit, int longest) {
        this.limit = limit;
        this.stride = longest + 1;
        int room = Math.min(2 * limit, 1 << 12) + 1;
        this.codes = new char[room * stride];
        this.scores = new long[room];
    }

    /** Takes a candidate, unless enough better ones are there. */
    void offer(char[] symbols, int from, int to, long score) {
        if (score >= least) {
            add(symbols, from, to, score);
        }
    }

    private synchronized void add(char[] symbols, int from, int to, long score) {
        if (size == 2 * limit) {
            compact();
        }
        if (size == scores.length) {
            int room = Math.min(2 * limit, 2 * size);
            scores = Arrays.copyOf(scores, room);
            codes = Arrays.copyOf(codes, room * stride);
        }
        int at = size * stride;
        System.arraycopy(symbols, from, codes, at, to - from);
        codes[at + to - from] = 0;
        scores[size++] = score;
    }

    private void compact() {
        if (size <= limit) {
            return;
        }
        long[] sorted = Arrays.copyOf(scores, size);
        Arrays.sort(sorted);
        long threshold = sorted[size - limit];
        int better =
                (int) Arrays.stream(sorted).filter(score -> score > threshold).count();
        boolean[] kept = new boolean[size];
        IntStream.range(0, size)
                .filter(i -> scores[i] == threshold)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -length(i)).thenComparing(this::compareCodes))
                .limit(limit - better)
                .forEach(i -> kept[i] = true);
        int to = 0;
        for (int i = 0; i < size; i++) {
            if (scores[i] > threshold || kept[i]) {
                System.arraycopy(codes, i * stride, codes, to * stride, stride);
                scores[to++] = scores[i];
            }
        }
        size = to;
        least = threshold;
    }

    private int length(int index) {
        int length = 0;
        while (codes[index * stride + length] != 0) {
            length++;
        }
        return length;
    }

    private int compareCodes(int left, int right) {
        return Arrays.compare(
                codes, left * stride, (left + 1) * stride - 1, codes, right * stride, (right + 1) * stride - 1);
    }

    /** Adds the best candidates to a table, with their scores as they are. */
    void addTo(PieceTable.Builder pieces) {
        compact();
        for (int i = 0; i < size; i++) {
            pieces.add(codes, i * stride, i * stride + length(i), scores[i]);
        }
    }
}
