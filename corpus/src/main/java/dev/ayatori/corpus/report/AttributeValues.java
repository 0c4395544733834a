package dev.ayatori.corpus.report;

import dev.ayatori.corpus.filter.rule.Bounds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** How often a filter measured what, with the number cut to three digits so that memory stays small. */
public final class AttributeValues {
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.DOWN);

    private final Key key;
    private final SortedMap<Double, Counts> counts = new TreeMap<>();
    private Counts total = Counts.NONE;

    AttributeValues(Key key) {
        this.key = key;
    }

    /** A filter of a language with the bounds it had. */
    public record Key(String language, String filter, Bounds bounds) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::language)
                .thenComparing(Key::filter)
                .thenComparing(key -> key.bounds().text());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Documents with one value.
     *
     * @param byIt removed by this filter
     * @param byOthers removed by any other rule
     */
    public record Counts(long kept, long byIt, long byOthers) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(kept + other.kept, byIt + other.byIt, byOthers + other.byOthers);
        }

        long all() {
            return kept + byIt + byOthers;
        }

        long removed() {
            return byIt + byOthers;
        }
    }

    void add(double value, String rule) {
        Counts one = rule.isEmpty()
                ? new Counts(1, 0, 0)
                : rule.equals(key.filter()) ? new Counts(0, 1, 0) : new Counts(0, 0, 1);
        double shown = Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).doubleValue()
                : Math.copySign(Double.MAX_VALUE, value);
        counts.merge(shown, one, Counts::plus);
        total = total.plus(one);
    }

    /** What was measured. */
    public Key key() {
        return key;
    }

    /** All documents. */
    public Counts total() {
        return total;
    }

    /** Documents by value. */
    public SortedMap<Double, Counts> counts() {
        return counts;
    }

    long removedByIt() {
        return total.byIt();
    }

    /** The value below which this share of some of the documents with a finite one lies; where there are none, the median. */
    double quantile(double share, ToLongFunction<Counts> some) {
        var finite = finite();
        long all = finite.values().stream().mapToLong(some).sum();
        if (all == 0) {
            return finite.isEmpty() ? 0 : quantile(0.5, Counts::all);
        }
        long wanted = (long) (share * all);
        long seen = 0;
        for (var entry : finite.entrySet()) {
            seen += some.applyAsLong(entry.getValue());
            if (seen > wanted) {
                return entry.getKey();
            }
        }
        return finite.lastKey();
    }

    /** Whether all values are whole numbers. */
    boolean whole() {
        return finite().keySet().stream().allMatch(value -> value == Math.rint(value));
    }

    private SortedMap<Double, Counts> finite() {
        return counts.tailMap(-Double.MAX_VALUE)
                .tailMap(Math.nextUp(-Double.MAX_VALUE))
                .headMap(Double.MAX_VALUE);
    }
}
