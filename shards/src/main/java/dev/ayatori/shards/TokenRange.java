package dev.ayatori.shards;

/** The one check of ranges of tokens. */
final class TokenRange {
    private TokenRange() {}

    static void check(long firstToken, long endToken, long tokens) {
        if (firstToken < 0 || endToken < firstToken || endToken > tokens) {
            throw new IllegalArgumentException("a range of tokens must lie between 0 and " + tokens + ", but is from "
                    + firstToken + " to " + endToken);
        }
    }
}
