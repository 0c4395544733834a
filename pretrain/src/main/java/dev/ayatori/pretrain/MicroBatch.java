package dev.ayatori.pretrain;

import dev.ayatori.track.AyatoriException;
import java.util.Arrays;
import java.util.List;

/**
 * Some sequences as a lane computes them at once.
 *
 * @param time tokens of one sequence
 * @param ids what is read, (batch x time)
 * @param places position of each token in its sequence, (batch x time)
 * @param countedRows rows whose prediction the loss counts
 * @param targets the token each counted row has to predict
 */
record MicroBatch(int time, long[] ids, long[] places, long[] countedRows, long[] targets) {

    static MicroBatch of(List<SequenceFile.Sequence> sequences, int vocabulary) {
        int time = sequences.getFirst().tokens().length - 1;
        int rows = sequences.size() * time;
        long[] ids = new long[rows];
        long[] places = new long[rows];
        long[] countedRows = new long[rows];
        long[] targets = new long[rows];
        int counted = 0;
        for (int row = 0; row < rows; row++) {
            SequenceFile.Sequence sequence = sequences.get(row / time);
            int place = row % time;
            ids[row] = checked(sequence.tokens()[place], vocabulary);
            places[row] = place;
            if (sequence.counted()[place + 1]) {
                countedRows[counted] = row;
                targets[counted] = checked(sequence.tokens()[place + 1], vocabulary);
                counted++;
            }
        }
        return new MicroBatch(time, ids, places, Arrays.copyOf(countedRows, counted), Arrays.copyOf(targets, counted));
    }

    boolean countsEveryRow() {
        return countedRows.length == ids.length;
    }

    private static long checked(int token, int vocabulary) {
        if (token < 0 || token >= vocabulary) {
            throw new AyatoriException("the training data holds token " + token + ", but the model has a vocabulary of "
                    + vocabulary + ". Train with the tokenizer that wrote the data.");
        }
        return token;
    }
}
