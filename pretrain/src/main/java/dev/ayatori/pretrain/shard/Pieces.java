package dev.ayatori.pretrain.shard;

/**
 * Consecutive pieces of every section.
 *
 * @param begin the first piece
 * @param end the piece after the last
 */
public record Pieces(int begin, int end) {

    /** All of them. */
    public static Pieces all() {
        return new Pieces(0, FlatSection.PIECES);
    }

    /** Those that one of several processes owns: as equal in number as whole pieces allow. */
    public static Pieces of(int rank, int ranks) {
        return new Pieces(FlatSection.PIECES * rank / ranks, FlatSection.PIECES * (rank + 1) / ranks);
    }

    /** How many there are. */
    public int count() {
        return end - begin;
    }
}
