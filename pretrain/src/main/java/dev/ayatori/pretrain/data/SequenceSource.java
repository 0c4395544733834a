package dev.ayatori.pretrain.data;

/** Sequences of context + 1 tokens by number; several threads may read at once. */
public interface SequenceSource {

    /** How many sequences there are. */
    long sequences();

    /** Reads one sequence. */
    Sequence read(long sequence);
}
