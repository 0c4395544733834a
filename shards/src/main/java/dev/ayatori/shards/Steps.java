package dev.ayatori.shards;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive steps of a training.
 *
 * @param first counted from 1
 * @param last at least the first
 */
public record Steps(int first, int last) {

    /** Checks the order. */
    public Steps {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "steps must begin at 1 or later and not end before, but are " + first + " to " + last);
        }
    }

    /** How many there are. */
    public int count() {
        return last - first + 1;
    }

    /** Rising steps with these behind them, joined to the last where they touch. */
    public List<Steps> after(List<Steps> earlier) {
        List<Steps> all = new ArrayList<>(earlier);
        boolean touches = !all.isEmpty() && all.getLast().last() + 1 == first;
        all.add(touches ? new Steps(all.removeLast().first(), last) : this);
        return List.copyOf(all);
    }
}
