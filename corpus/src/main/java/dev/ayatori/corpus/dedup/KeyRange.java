package dev.ayatori.corpus.dedup;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One of several ranges of keys that are searched by themselves, of about equal size where keys are spread over all longs.
 *
 * @param number which, from 0 on
 * @param count how many there are
 */
public record KeyRange(int number, int count) implements Serializable {
    /** All ranges, so many. */
    public static List<KeyRange> all(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new KeyRange(number, count))
                .toList();
    }

    /** As files are named: number and count. */
    public String name() {
        return String.format(Locale.ROOT, "%d-of-%d", number, count);
    }

    /** The least of its keys. */
    public long from() {
        return from(number);
    }

    /** Whether a key that is not below the least is one of its own. */
    public boolean holds(long key) {
        return number + 1 == count || key < from(number + 1);
    }

    private long from(int range) {
        return Long.MIN_VALUE + range * (Long.MAX_VALUE / count) * 2;
    }
}
