package dev.ayatori.tokenizer.train;

import dev.ayatori.tokenizer.vocabulary.DoubleArray;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The pieces of one round of training, in the order of their codes, with their scores. */
final class PieceTable {
    private final int[][] pieces;
    private final double[] scores;

    private PieceTable(int[][] pieces, double[] scores) {
        this.pieces = pieces;
        this.scores = scores;
    }

    static PieceTable sorted(int[][] pieces, double[] scores) {
        Integer[] order = IntStream.range(0, pieces.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (left, right) -> Arrays.compare(pieces[left], pieces[right]));
        int[][] sortedPieces = new int[pieces.length][];
        double[] sortedScores = new double[pieces.length];
        for (int i = 0; i < order.length; i++) {
            sortedPieces[i] = pieces[order[i]];
            sortedScores[i] = scores[order[i]];
        }
        return new PieceTable(sortedPieces, sortedScores);
    }

    int size() {
        return pieces.length;
    }

    int[] piece(int index) {
        return pieces[index];
    }

    double score(int index) {
        return scores[index];
    }

    /** Pieces of one character stay to the end: without them some text would have no segmentation. */
    boolean isCharacter(int index) {
        return pieces[index].length == 1;
    }

    double[] scores() {
        return scores;
    }

    /** The natural probabilities of the pieces. */
    double[] probabilities() {
        return Arrays.stream(scores).map(StrictMath::exp).toArray();
    }

    DoubleArray trie(int codes) {
        return DoubleArray.build(pieces, codes);
    }

    /** The pieces that pass, in the same order, with new scores. */
    PieceTable keep(IntPredicate kept, IntToDoubleFunction score) {
        int[] indexes = IntStream.range(0, pieces.length).filter(kept).toArray();
        int[][] keptPieces = new int[indexes.length][];
        double[] keptScores = new double[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            keptPieces[i] = pieces[indexes[i]];
            keptScores[i] = score.applyAsDouble(indexes[i]);
        }
        return new PieceTable(keptPieces, keptScores);
    }
}
