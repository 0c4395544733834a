package dev.ayatori.corpus;

import dev.ayatori.track.ContentHasher;

/**
 * How much of the corpus is held out for validation.
 *
 * @param validationShare share of each language's bytes, between 0 and 0.5
 * @param seed decides what is held out
 * @param by whether clusters of related documents are held out, or single documents
 */
public record SplitSettings(double validationShare, long seed, By by) {
    private static final double HASHES = 0x1p32;

    public SplitSettings {
        if (!(validationShare >= 0 && validationShare <= 0.5)) {
            throw new IllegalArgumentException("validationShare must be between 0 and 0.5, but is " + validationShare);
        }
    }

    /** What is held out together. */
    public enum By {
        /** Clusters of related documents: nothing trained on resembles what is measured, within the share's bytes. */
        CLUSTER,
        /**
         * Documents, by their id alone: one that is held out stays so whatever filters, sources or duplicates change.
         * Near duplicates are removed all the same; what is merely related may stand on both sides.
         */
        DOCUMENT
    }

    /** Three per cent, by clusters. */
    public static SplitSettings defaults() {
        return new SplitSettings(0.03, 1, By.CLUSTER);
    }

    /** Whether the document of this id is held out where single documents are. */
    public boolean holdsOut(String id) {
        String hash = ContentHasher.create().number(seed).text(id).hex();
        return Long.parseLong(hash.substring(0, 8), 16) < validationShare * HASHES;
    }
}
