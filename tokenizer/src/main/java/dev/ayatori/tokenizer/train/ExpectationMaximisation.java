package dev.ayatori.tokenizer.train;

import dev.ayatori.tokenizer.vocabulary.DoubleArray;
import java.util.Arrays;
import java.util.List;

/**
 * One round of expectation and maximisation: the expected occurrences of each piece over all segmentations give its new
 * score, with the digamma function in the place of the logarithm (a sparse Dirichlet prior; Liang and Klein 2007).
 */
final class ExpectationMaximisation {
    /** Expectations are whole multiples of one occurrence / (UNIT x SCALE); they add up alike in any order. */
    private static final double SCALE = 1 << 20;

    private static final double ONE = WeightedText.UNIT * SCALE;

    /** Pieces expected less often than this are dropped. */
    private static final double LEAST = 0.5;

    /**
     * The result of a round.
     *
     * @param pieces those still expected, with their new scores
     * @param logLikelihood of the text under the scores before the round, per occurrence of a segment
     */
    record Round(PieceTable pieces, double logLikelihood) {}

    private final CodedText text;
    private final int codes;
    private final Chunks chunks;

    ExpectationMaximisation(CodedText text, int codes, Chunks chunks) {
        this.text = text;
        this.codes = codes;
        this.chunks = chunks;
    }

    Round round(PieceTable pieces) throws InterruptedException {
        DoubleArray trie = pieces.trie(codes);
        double[] probabilities = pieces.probabilities();
        double[] logLikelihoods = new double[text.segments() / Chunks.BLOCK + 1];
        List<Worker> workers = chunks.work(text.segments(), () -> new Worker(trie, probabilities, logLikelihoods));
        long[] counts = new long[pieces.size()];
        for (Worker worker : workers) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += worker.counts[i];
            }
        }
        double logLikelihood = Arrays.stream(logLikelihoods).reduce(0, (a, b) -> a + b);
        return new Round(maximise(pieces, counts), logLikelihood);
    }

    private static PieceTable maximise(PieceTable pieces, long[] counts) {
        double[] expected = new double[counts.length];
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            expected[i] = counts[i] / ONE;
            if (pieces.isCharacter(i)) {
                expected[i] = Math.max(LEAST, expected[i]);
            }
            sum += expected[i] >= LEAST ? expected[i] : 0;
        }
        double logSum = Digamma.of(sum);
        return pieces.keep(i -> expected[i] >= LEAST, i -> Digamma.of(expected[i]) - logSum);
    }

    private final class Worker implements Chunks.Work {
        private final Lattice lattice;
        private final double[] probabilities;
        private final double[] logLikelihoods;
        private final long[] counts;

        Worker(DoubleArray trie, double[] probabilities, double[] logLikelihoods) {
            this.lattice = new Lattice(text.codes(), trie);
            this.probabilities = probabilities;
            this.logLikelihoods = logLikelihoods;
            this.counts = new long[probabilities.length];
        }

        @Override
        public void run(int from, int to) {
            double sum = 0;
            for (int segment = from; segment < to; segment++) {
                long weight = text.weight(segment);
                lattice.load(text.start(segment), text.end(segment));
                sum += lattice.expect(probabilities, weight * SCALE, counts) * ((double) weight / WeightedText.UNIT);
            }
            logLikelihoods[from / Chunks.BLOCK] = sum;
        }
    }
}
