package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.text.SegmentTable;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import java.util.Arrays;

/**
 * One round of expectation and maximisation: the expected occurrences of each piece over all segmentations give its new
 * score, with the digamma function in the place of the logarithm (a sparse Dirichlet prior; Liang and Klein 2007).
 */
final class ExpectationMaximisation {
    /** Expectations are whole multiples of one occurrence / (UNIT x SCALE); they add up alike in any order. */
    private static final double SCALE = 1 << 20;

    private static final double ONE = WeightedCounts.UNIT * SCALE;

    /** Pieces expected less often than this are dropped. */
    private static final double LEAST = 0.5;

    /**
     * The result of a round.
     *
     * @param pieces those still expected, with their new scores
     * @param logLikelihood of the text under the scores before the round, per occurrence of a segment
     */
    record Round(PieceTable pieces, double logLikelihood) {}

    private final SegmentTable text;
    private final int codes;
    private final Chunks chunks;

    ExpectationMaximisation(SegmentTable text, int codes, Chunks chunks) {
        this.text = text;
        this.codes = codes;
        this.chunks = chunks;
    }

    Round round(PieceTable pieces) throws InterruptedException {
        PieceTrie trie = PieceTrie.of(pieces, codes);
        double[] probabilities = pieces.probabilities();
        double[] logLikelihoods = new double[text.blocks()];
        long[] counts =
                TableWork.sum(text, chunks, pieces, () -> new Expecter(text, trie, probabilities, logLikelihoods));
        double logLikelihood = Arrays.stream(logLikelihoods).reduce(0, (a, b) -> a + b);
        return new Round(maximise(pieces, counts), logLikelihood);
    }

    /** A round that keeps every piece; what was never expected counts for the least that is not dropped elsewhere. */
    PieceTable reestimate(PieceTable pieces) throws InterruptedException {
        PieceTrie trie = PieceTrie.of(pieces, codes);
        double[] probabilities = pieces.probabilities();
        double[] logLikelihoods = new double[text.blocks()];
        long[] counts =
                TableWork.sum(text, chunks, pieces, () -> new Expecter(text, trie, probabilities, logLikelihoods));
        double logSum = StrictMath.log(Arrays.stream(counts).sum() / ONE);
        return pieces.keep(i -> true, i -> StrictMath.log(Math.max(LEAST, counts[i] / ONE)) - logSum);
    }

    private static PieceTable maximise(PieceTable pieces, long[] counts) {
        double[] expected = new double[counts.length];
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            expected[i] = counts[i] / ONE;
            sum += expected[i] >= LEAST ? expected[i] : 0;
        }
        double logSum = Digamma.of(sum);
        return pieces.keep(i -> expected[i] >= LEAST, i -> Digamma.of(expected[i]) - logSum);
    }

    static final class Expecter extends TableWork {
        private final double[] probabilities;
        private final double[] logLikelihoods;

        Expecter(SegmentTable text, PieceTrie trie, double[] probabilities, double[] logLikelihoods) {
            super(text, trie, probabilities.length);
            this.probabilities = probabilities;
            this.logLikelihoods = logLikelihoods;
        }

        @Override
        void count(Lattice lattice, int block, long weight, long[] counts) {
            logLikelihoods[block] +=
                    lattice.expect(probabilities, weight * SCALE, counts) * ((double) weight / WeightedCounts.UNIT);
        }
    }
}
