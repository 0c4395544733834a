package dev.ayatori.search;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** The text of all documents, read at code-point borders. */
record IndexedText(MemorySegment bytes) {
    /** The text of the bytes [from, to). */
    String between(long from, long to) {
        return new String(bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** How many chars (UTF-16 units) stand in the bytes [from, to). */
    long chars(long from, long to) {
        long chars = 0;
        for (long at = from; at < to; at++) {
            int b = bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
            chars += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        }
        return chars;
    }

    /** Up to so many code points before {@code at}, none before {@code limit}. */
    String before(long at, long limit, int codePoints) {
        long from = at;
        for (int i = 0; i < codePoints && from > limit; i++) {
            do {
                from--;
            } while (isInside(from));
        }
        return between(from, at);
    }

    /** Up to so many code points from {@code at} on, none from {@code limit} on. */
    String after(long at, long limit, int codePoints) {
        long to = at;
        for (int i = 0; i < codePoints && to < limit; i++) {
            do {
                to++;
            } while (to < limit && isInside(to));
        }
        return between(at, to);
    }

    private boolean isInside(long at) {
        return (bytes.get(ValueLayout.JAVA_BYTE, at) & 0xC0) == 0x80;
    }
}
