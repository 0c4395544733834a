package dev.ayatori.pretrain.step;

/**
 * Some sequences that are computed at once.
 *
 * @param time tokens of one sequence
 * @param ids what is read, (batch x time)
 * @param places position of each token in its sequence, (batch x time)
 * @param countedRows rows whose prediction the loss counts
 * @param targets the token each counted row has to predict
 */
public record MicroBatch(int time, long[] ids, long[] places, long[] countedRows, long[] targets) {

    /** How many rows there are. */
    public int rows() {
        return ids.length;
    }

    boolean countsEveryRow() {
        return countedRows.length == ids.length;
    }
}
