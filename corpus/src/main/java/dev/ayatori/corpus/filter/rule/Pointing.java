package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.List;
import java.util.function.Function;

/** A filter that can show what it counted, or where it looked. */
record Pointing(Filter filter, Function<TextView, List<Passage>> shows) implements Filter {
    @Override
    public String name() {
        return filter.name();
    }

    @Override
    public double measure(TextView view) {
        return filter.measure(view);
    }

    @Override
    public Bounds bounds() {
        return filter.bounds();
    }

    @Override
    public List<Passage> passages(TextView view) {
        return shows.apply(view);
    }
}
