package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.List;

/** Measures one number of a text and says between which bounds it must be. */
public interface Filter {
    /** The name under which value and decision are kept, such as {@code bullet-lines}. */
    String name();

    /** The number; it depends on nothing but the text and what is known about its page. */
    double measure(TextView view);

    /** Between which bounds the number must be. */
    Bounds bounds();

    /** Whether there is anything to measure; a filter without it records nothing. */
    default boolean applies(TextView view) {
        return true;
    }

    /** The number and whether it is within the bounds. */
    default Verdict judge(TextView view) {
        double value = measure(view);
        return new Verdict(name(), Bounds.number(value), bounds().text(), bounds().hold(value));
    }

    /** What it counted, or where it looked, in the order of the text; nothing where that is no place in the text. */
    default List<Passage> passages(TextView view) {
        return List.of();
    }

    /** The same filter with other bounds. */
    default Filter within(Bounds other) {
        return new Bounded(this, other);
    }

    /** A filter whose bounds the recipe sets. */
    record Bounded(Filter filter, Bounds bounds) implements Filter {
        @Override
        public String name() {
            return filter.name();
        }

        @Override
        public double measure(TextView view) {
            return filter.measure(view);
        }

        @Override
        public boolean applies(TextView view) {
            return filter.applies(view);
        }

        @Override
        public List<Passage> passages(TextView view) {
            return filter.passages(view);
        }
    }
}
