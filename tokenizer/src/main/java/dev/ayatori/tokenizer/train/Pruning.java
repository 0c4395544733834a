package dev.ayatori.tokenizer.train;

import dev.ayatori.tokenizer.vocabulary.DoubleArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Drops the pieces whose loss hurts the likelihood of the text least: what a piece's occurrences would cost if each were
 * written as the next best segmentation of the piece (Kudo 2018, section 3.2).
 */
final class Pruning {
    private static final double KEEP = Double.POSITIVE_INFINITY;
    private static final double DROP = Double.NEGATIVE_INFINITY;

    private final CodedText text;
    private final int codes;
    private final Chunks chunks;

    Pruning(CodedText text, int codes, Chunks chunks) {
        this.text = text;
        this.codes = codes;
        this.chunks = chunks;
    }

    /** The given number of pieces, or somewhat fewer where pieces stand on no best path. */
    PieceTable prune(PieceTable pieces, int kept) throws InterruptedException {
        DoubleArray trie = pieces.trie(codes);
        long[] counts = bestPathCounts(pieces, trie);
        double[] losses = losses(pieces, trie, counts);
        int[] byLoss = IntStream.range(0, pieces.size())
                .boxed()
                .filter(i -> losses[i] != DROP)
                .sorted(Comparator.comparingDouble((Integer i) -> -losses[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        boolean[] keep = new boolean[pieces.size()];
        for (int i = 0; i < byLoss.length; i++) {
            keep[byLoss[i]] = i < kept || losses[byLoss[i]] == KEEP;
        }
        return pieces.keep(i -> keep[i], pieces::score);
    }

    private long[] bestPathCounts(PieceTable pieces, DoubleArray trie) throws InterruptedException {
        List<Counter> workers = chunks.work(text.segments(), () -> new Counter(trie, pieces.scores()));
        long[] counts = new long[pieces.size()];
        for (Counter worker : workers) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += worker.counts[i];
            }
        }
        return counts;
    }

    private double[] losses(PieceTable pieces, DoubleArray trie, long[] counts) throws InterruptedException {
        double[] losses = new double[pieces.size()];
        double sum = (double) Arrays.stream(counts).sum() / WeightedText.UNIT;
        chunks.work(pieces.size(), () -> (from, to) -> {
            for (int i = from; i < to; i++) {
                losses[i] =
                        pieces.isCharacter(i) ? KEEP : loss(pieces, i, new Lattice(pieces.piece(i), trie), counts, sum);
            }
        });
        return losses;
    }

    private static double loss(PieceTable pieces, int index, Lattice lattice, long[] counts, double sum) {
        double count = (double) counts[index] / WeightedText.UNIT;
        if (count == 0) {
            return DROP;
        }
        lattice.load(0, pieces.piece(index).length);
        if (lattice.bestWithout(pieces.scores(), index) > pieces.score(index)) {
            return DROP;
        }
        int[] alternative = lattice.path();
        double logSum = StrictMath.log(sum);
        double logSumWithout = StrictMath.log(sum + count * (alternative.length - 1));
        double logAlternative = 0;
        for (int other : alternative) {
            logAlternative += StrictMath.log((double) counts[other] / WeightedText.UNIT + count) - logSumWithout;
        }
        return count * (StrictMath.log(count) - logSum - logAlternative);
    }

    private final class Counter implements Chunks.Work {
        private final Lattice lattice;
        private final double[] scores;
        private final long[] counts;

        Counter(DoubleArray trie, double[] scores) {
            this.lattice = new Lattice(text.codes(), trie);
            this.scores = scores;
            this.counts = new long[scores.length];
        }

        @Override
        public void run(int from, int to) {
            for (int segment = from; segment < to; segment++) {
                lattice.load(text.start(segment), text.end(segment));
                lattice.countBest(scores, text.weight(segment), counts);
            }
        }
    }
}
