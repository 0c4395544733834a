package dev.ayatori.corpus.clean;

import dev.ayatori.corpus.dedup.TextHash;
import java.util.stream.LongStream;

/**
 * The lines of a page as numbers: 47 bits of a hash, and below them 16 bits for the group of pages that are compared with
 * each other.
 */
public final class LineHashes {
    private static final int GROUP_BITS = 16;
    /** How many groups there may be. */
    public static final int GROUPS = 1 << GROUP_BITS;

    private final RepeatedLineSettings settings;

    public LineHashes(RepeatedLineSettings settings) {
        this.settings = settings;
    }

    /** Each line of a page once that is short enough to be boilerplate. */
    public LongStream of(String text, int group) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.length() <= settings.longestLine())
                .mapToLong(line -> of(group, line))
                .distinct();
    }

    /** One stripped line. */
    public static long of(int group, String line) {
        return TextHash.of(line) >>> (GROUP_BITS + 1) << GROUP_BITS | group;
    }

    /** The group of a number. */
    public static int group(long hash) {
        return (int) (hash & (GROUPS - 1));
    }
}
