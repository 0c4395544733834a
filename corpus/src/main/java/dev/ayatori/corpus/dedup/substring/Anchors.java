package dev.ayatori.corpus.dedup.substring;

/**
 * The minimizers of a text (Roberts, Hayes, Hunt, Mount and Yorke 2004, "Reducing storage requirements for biological
 * sequence comparison"; as winnowing Schleimer, Wilkerson and Aiken 2003): every window of a fixed length has an anchor,
 * the gram in it whose hash is smallest, the rightmost of several.
 *
 * <p>The anchor is a function of the window alone, so equal windows have equal anchors at equal places, and windows need to
 * be compared with each other only where they share their anchor. Windows that follow each other mostly have the same one:
 * with grams of half a window there are about four anchors a window's length.
 */
final class Anchors {
    /** Windows looked at together; where such a row ends, an anchor's windows may be divided, which does no harm. */
    private static final int ROW = 1 << 14;

    private final int window;
    private final int gram;
    private final int choices;
    private final PrefixHashes hashes;
    private final long[] grams;
    private final char[] row;

    /**
     * For windows of this many chars; grams are half of it, and longer where an anchor would have more windows than a
     * {@link Stretch} can tell.
     */
    Anchors(int window) {
        this.window = window;
        this.gram = Math.max((window + 1) / 2, window - Stretch.MOST_WINDOWS + 1);
        this.choices = window - gram + 1;
        this.hashes = new PrefixHashes(ROW + window);
        this.grams = new long[ROW + choices];
        this.row = new char[ROW + window];
    }

    /** Takes in anchors. */
    interface Sink {
        /**
         * An anchor with windows that follow each other.
         *
         * @param hash of the gram
         * @param first a hash of all that the windows cover
         * @param second another one
         * @param start where the first window begins
         */
        void anchor(long hash, long first, long second, int start, int windows);
    }

    /** All anchors of a text in their order; none of a text shorter than a window. */
    void of(String text, Sink sink) {
        int windows = text.length() - window + 1;
        for (int from = 0; from < windows; from += ROW) {
            int count = Math.min(ROW, windows - from);
            text.getChars(from, from + count - 1 + window, row, 0);
            hashes.read(row, count - 1 + window);
            for (int i = 0; i < count - 1 + choices; i++) {
                grams[i] = hashes.first(i, i + gram);
            }
            row(from, count, sink);
        }
    }

    private void row(int from, int count, Sink sink) {
        int begin = 0;
        int anchor = smallest(0);
        for (int i = 1; i < count; i++) {
            int newest = i + choices - 1;
            int next = grams[newest] <= grams[anchor] ? newest : anchor < i ? smallest(i) : anchor;
            if (next != anchor) {
                give(from, begin, i, grams[anchor], sink);
                begin = i;
                anchor = next;
            }
        }
        give(from, begin, count, grams[anchor], sink);
    }

    private int smallest(int begin) {
        int smallest = begin;
        for (int i = begin + 1; i < begin + choices; i++) {
            smallest = grams[i] <= grams[smallest] ? i : smallest;
        }
        return smallest;
    }

    /** The hash of the anchor of the first window in some chars. */
    long first(char[] text) {
        hashes.read(text, window);
        for (int i = 0; i < choices; i++) {
            grams[i] = hashes.first(i, i + gram);
        }
        return grams[smallest(0)];
    }

    private void give(int from, int begin, int end, long hash, Sink sink) {
        int covered = end - 1 + window;
        sink.anchor(hash, hashes.first(begin, covered), hashes.second(begin, covered), from + begin, end - begin);
    }
}
