package dev.ayatori.tokenizer.encode;

import java.util.Collection;

/** Small numbers for the code points that occur in pieces: 1 and up by first occurrence, 0 for all others. */
final class PointCodes {
    /** One more than there are code points: {@code Points.LITERAL_MARK} has none. */
    private final char[] codes = new char[Character.MAX_CODE_POINT + 2];

    private final int size;

    PointCodes(Collection<String> pieces) {
        int next = 1;
        for (String piece : pieces) {
            for (int i = 0; i < piece.length(); ) {
                int point = piece.codePointAt(i);
                if (codes[point] == 0) {
                    if (next > Character.MAX_VALUE) {
                        throw new IllegalArgumentException("the pieces hold more than 65,535 different characters");
                    }
                    codes[point] = (char) next++;
                }
                i += Character.charCount(point);
            }
        }
        size = next;
    }

    /** All codes are below this. */
    int size() {
        return size;
    }

    int of(int point) {
        return codes[point];
    }

    int[] of(String piece) {
        return piece.codePoints().map(this::of).toArray();
    }
}
