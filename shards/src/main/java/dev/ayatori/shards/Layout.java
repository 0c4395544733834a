package dev.ayatori.shards;

/** Which tokens of a file stand in which training sequence, both ways. */
public sealed interface Layout permits Windows, PackingPlan {

    /** The number of sequences. */
    long sequences();

    /** The tokens of a sequence, its documents behind each other. */
    int[] tokens(TokenFile file, long sequence);

    /** How many of these tokens each document has, in their order. */
    int[] documents(TokenFile file, long sequence);

    /** The sequences, rising, that hold any token from {@code firstToken} up to, not including, {@code endToken}. */
    long[] sequencesHolding(long firstToken, long endToken);
}
