package dev.ayatori.tokenizer.normalise;

import java.util.Arrays;

/**
 * A text at work: code points and, for each, where it stands in the original.
 *
 * <p>Places count UTF-16 characters of a string or bytes of UTF-8, as the text was given. Arrays grow and are used again.
 */
public final class Points {
    /** Stands for U+2581 where that must stay apart from the space it otherwise means; no piece holds it. */
    public static final int LITERAL_MARK = 0x110000;

    private static final int REPLACEMENT = 0xFFFD;

    private int[] points = new int[256];
    private int[] origins = new int[257];
    private int size;

    /** Makes this empty. */
    public Points clear() {
        size = 0;
        origins[0] = 0;
        return this;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The code point at an index. */
    public int at(int index) {
        return points[index];
    }

    /** Where in the original the code point at an index comes from; for {@code size()}, where the text ends. */
    public int origin(int index) {
        return origins[index];
    }

    /** The array of code points, of which the first {@code size()} count; valid until something is added. */
    public int[] array() {
        return points;
    }

    /** Sets the code point at an index, which keeps its origin. */
    public void set(int index, int point) {
        points[index] = point;
    }

    public void add(int point, int origin) {
        if (size == points.length) {
            reserve(size * 2);
        }
        points[size] = point;
        origins[size++] = origin;
    }

    /** Tells where in the original the text ends; called after the last {@link #add}. */
    public void end(int origin) {
        origins[size] = origin;
    }

    /** Cuts the text to its first code points. */
    public void truncate(int to) {
        size = to;
    }

    private void reserve(int capacity) {
        points = Arrays.copyOf(points, capacity);
        origins = Arrays.copyOf(origins, capacity + 1);
    }

    /** Puts a code point before all others, with the origin of the first of them. */
    public void addFirst(int point) {
        if (size == points.length) {
            reserve(size * 2);
        }
        System.arraycopy(points, 0, points, 1, size);
        System.arraycopy(origins, 0, origins, 1, size + 1);
        points[0] = point;
        size++;
    }

    /** Adds part of another text. */
    public void addAll(Points other, int from, int to) {
        if (size + to - from > points.length) {
            reserve(Math.max(size + to - from, size * 2));
        }
        System.arraycopy(other.points, from, points, size, to - from);
        System.arraycopy(other.origins, from, origins, size, to - from);
        size += to - from;
        end(other.origins[to]);
    }

    /** Takes in a string; a lone surrogate becomes U+FFFD. */
    public Points fill(CharSequence text) {
        clear();
        int length = text.length();
        if (length > points.length) {
            reserve(length);
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            origins[size] = i;
            if (!Character.isSurrogate(c)) {
                points[size++] = c;
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                points[size++] = Character.toCodePoint(c, text.charAt(++i));
            } else {
                points[size++] = REPLACEMENT;
            }
        }
        end(length);
        return this;
    }

    /** Takes in UTF-8; each byte that is no part of a character becomes U+FFFD. */
    public Points fill(byte[] utf8, int from, int to) {
        clear();
        if (to - from > points.length) {
            reserve(to - from);
        }
        for (int i = from; i < to; ) {
            origins[size] = i - from;
            int lead = utf8[i];
            if (lead >= 0) {
                points[size++] = lead;
                i++;
            } else {
                long found = Utf8.decode(utf8, i, to);
                points[size++] = found < 0 ? REPLACEMENT : (int) found;
                i += found < 0 ? 1 : Utf8.length((int) found);
            }
        }
        end(to - from);
        return this;
    }

    @Override
    public String toString() {
        return toString(0, size);
    }

    /** The code points from one index up to, not including, another. */
    public String toString(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.appendCodePoint(points[i] == LITERAL_MARK ? '\u2581' : points[i]);
        }
        return text.toString();
    }
}
