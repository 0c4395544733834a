package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.function.ToDoubleFunction;

/** A filter on the web address of a page; pages without one are not asked. */
record OfAddress(String name, Bounds bounds, ToDoubleFunction<String> measure) implements Filter {
    @Override
    public boolean applies(TextView view) {
        String uri = view.about().uri();
        return uri.startsWith("http://") || uri.startsWith("https://");
    }

    @Override
    public double measure(TextView view) {
        return measure.applyAsDouble(view.about().uri());
    }
}
