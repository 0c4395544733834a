package dev.ayatori.shards;

import java.util.stream.LongStream;

/**
 * In which order a fold draws the sequences of one file: each copy of the file is drawn to its end before the next begins.
 *
 * @param seed of the run
 * @param source what is drawn from
 * @param skipped draws that earlier folds made from the same file
 */
record SourceOrder(long seed, TrainingOrder.Source source, long skipped) {

    /** The sequence of a draw, counted from 0. */
    long sequence(long draw) {
        long copy = (skipped + draw) / source.sequences();
        long index = (skipped + draw) % source.sequences();
        return wholeCopies() ? index : permutation(copy).at(index);
    }

    /** Those of the first {@code draws} draws that give a sequence. */
    LongStream drawsOf(long sequence, long draws) {
        long lastCopy = (skipped + draws - 1) / source.sequences();
        return LongStream.rangeClosed(skipped / source.sequences(), lastCopy)
                .map(copy -> copy * source.sequences() + index(copy, sequence) - skipped)
                .filter(draw -> draw >= 0 && draw < draws);
    }

    private long index(long copy, long sequence) {
        return wholeCopies() ? sequence : permutation(copy).indexOf(sequence);
    }

    /** Where every round draws all of it, the order of the round is order enough. */
    private boolean wholeCopies() {
        return source.draws() % source.sequences() == 0 && skipped % source.sequences() == 0;
    }

    private Permutation permutation(long copy) {
        return Permutation.of(seed ^ (long) source.file().hashCode() << Integer.SIZE, copy, source.sequences());
    }
}
