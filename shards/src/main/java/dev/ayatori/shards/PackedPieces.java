package dev.ayatori.shards;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pieces of a packing plan in the order of the file: the inverse of the plan.
 *
 * @param starts place of each piece's first token, and at the end the number of tokens
 * @param sequences the sequence of each piece
 */
@SuppressWarnings("ArrayRecordComponent") // an inner table
record PackedPieces(long[] starts, int[] sequences) {

    static PackedPieces of(PackingPlan plan) {
        int sequences = (int) plan.sequences();
        int pieces = IntStream.range(0, sequences).map(plan::pieces).sum();
        long[] starts = new long[pieces + 1];
        int next = 0;
        for (int sequence = 0; sequence < sequences; sequence++) {
            for (int piece = 0; piece < plan.pieces(sequence); piece++) {
                starts[next++] = plan.firstToken(sequence, piece);
                starts[pieces] += plan.length(sequence, piece);
            }
        }
        Arrays.sort(starts);
        int[] sequenceOf = new int[pieces];
        for (int sequence = 0; sequence < sequences; sequence++) {
            for (int piece = 0; piece < plan.pieces(sequence); piece++) {
                sequenceOf[Arrays.binarySearch(starts, plan.firstToken(sequence, piece))] = sequence;
            }
        }
        return new PackedPieces(starts, sequenceOf);
    }

    long tokens() {
        return starts[starts.length - 1];
    }

    long[] holding(long firstToken, long endToken) {
        int found = Arrays.binarySearch(starts, firstToken);
        int first = found < 0 ? -found - 2 : found;
        return IntStream.range(first, sequences.length)
                .takeWhile(piece -> starts[piece] < endToken)
                .mapToLong(piece -> sequences[piece])
                .sorted()
                .distinct()
                .toArray();
    }
}
