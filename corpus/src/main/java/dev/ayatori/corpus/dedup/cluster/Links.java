package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.Sketches;

/** Whether two documents that met under a key belong together. */
interface Links {
    boolean linked(int left, int right);

    /** Duplicates: the same address, the same text, or a common band and an estimate from the threshold on. */
    static Links duplicates(Sketches sketches, DuplicateSettings settings) {
        return (left, right) -> (settings.sameUrl() && sketches.url(left) == sketches.url(right))
                || sketches.sameText(left, right)
                || (sketches.similarity(left, right) >= settings.threshold()
                        && sketches.shareBand(left, right, settings.bands(), settings.rows()));
    }

    /** Relatives: a common band and an estimate from the threshold on. */
    static Links relatives(Sketches sketches, DuplicateSettings settings) {
        return (left, right) -> sketches.similarity(left, right) >= settings.relatedThreshold()
                && sketches.shareBand(left, right, settings.relatedBands(), settings.relatedRows());
    }
}
