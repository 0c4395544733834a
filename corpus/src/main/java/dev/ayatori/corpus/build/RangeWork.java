package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.KeyRange;

/**
 * A task of a step that is shared out by ranges of keys.
 *
 * @param <R> what it tells
 */
interface RangeWork<R extends Record> extends Work<R> {
    KeyRange range();

    @Override
    default String name() {
        return range().name();
    }

    @Override
    default long weight() {
        return 1;
    }
}
