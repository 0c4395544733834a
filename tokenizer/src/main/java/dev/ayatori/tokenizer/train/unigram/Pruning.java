package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.text.SegmentTable;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Drops the pieces whose loss hurts the likelihood of the text least: what a piece's occurrences would cost if each were
 * written as the next best segmentation of the piece (Kudo 2018, section 3.2).
 */
final class Pruning {
    private static final double KEEP = Double.POSITIVE_INFINITY;
    private static final double DROP = Double.NEGATIVE_INFINITY;
    private static final int BLOCK = 2048;

    private final SegmentTable text;
    private final int codes;
    private final Chunks chunks;

    Pruning(SegmentTable text, int codes, Chunks chunks) {
        this.text = text;
        this.codes = codes;
        this.chunks = chunks;
    }

    /** The given number of pieces, or somewhat fewer where pieces stand on no best path. */
    PieceTable prune(PieceTable pieces, int kept) throws InterruptedException {
        PieceTrie trie = PieceTrie.of(pieces, codes);
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

    private long[] bestPathCounts(PieceTable pieces, PieceTrie trie) throws InterruptedException {
        return TableWork.sum(text, chunks, pieces, () -> new BestPathCounter(text, trie, pieces.pathScores()));
    }

    private double[] losses(PieceTable pieces, PieceTrie trie, long[] counts) throws InterruptedException {
        double[] losses = new double[pieces.size()];
        double[] scores = pieces.pathScores();
        double sum = (double) Arrays.stream(counts).sum() / WeightedCounts.UNIT;
        chunks.work(pieces.size(), BLOCK, () -> {
            Loss loss = new Loss(pieces, scores, counts, sum, new Lattice(trie));
            return (from, to) -> {
                for (int i = from; i < to; i++) {
                    losses[i] = counts[i] == 0 ? DROP : pieces.isCharacter(i) ? KEEP : loss.of(i);
                }
            };
        });
        return losses;
    }

    /** What dropping a piece would cost; belongs to one thread. */
    private record Loss(PieceTable pieces, double[] scores, long[] counts, double sum, Lattice lattice) {
        double of(int index) {
            lattice.load(pieces.codes(), pieces.start(index), pieces.end(index));
            if (lattice.bestWithout(scores, index) > pieces.score(index)) {
                return DROP;
            }
            int[] alternative = lattice.path();
            double count = (double) counts[index] / WeightedCounts.UNIT;
            double logSumWithout = StrictMath.log(sum + count * (alternative.length - 1));
            double logAlternative = 0;
            for (int other : alternative) {
                double itsCount = (double) counts[pieces.countsAs(other)] / WeightedCounts.UNIT;
                logAlternative += StrictMath.log(itsCount + count) - logSumWithout;
            }
            return count * (StrictMath.log(count) - StrictMath.log(sum) - logAlternative);
        }
    }

    static final class BestPathCounter extends TableWork {
        private final double[] scores;

        BestPathCounter(SegmentTable text, PieceTrie trie, double[] scores) {
            super(text, trie, scores.length);
            this.scores = scores;
        }

        @Override
        void count(Lattice lattice, int block, long weight, long[] counts) {
            lattice.countBest(scores, weight, counts);
        }
    }
}
