package dev.ayatori.corpus.ngram;

import java.nio.charset.StandardCharsets;

/** Walks over the units of a line, each as a range of bytes of UTF-8. Not safe for several threads. */
final class Units {
    private static final byte[] SPACE = "\u2581".getBytes(StandardCharsets.UTF_8);

    private final TextUnit unit;
    private byte[] line = {};
    private byte[] bytes = line;
    private int place;
    private int end;
    private int from;
    private int to;

    Units(TextUnit unit) {
        this.unit = unit;
    }

    /** Goes before the first unit of a line. */
    Units of(String text) {
        line = text.strip().getBytes(StandardCharsets.UTF_8);
        place = 0;
        end = line.length;
        return this;
    }

    /** Goes to the next unit; false behind the last. */
    boolean next() {
        bytes = line;
        return switch (unit) {
            case WORDS -> nextWord();
            case CHARACTERS -> nextCharacter();
        };
    }

    private boolean nextWord() {
        for (int space = space(place); place < end && space > 0; space = space(place)) {
            place += space;
        }
        from = place;
        while (place < end && space(place) == 0) {
            place++;
        }
        to = place;
        return from < to;
    }

    private boolean nextCharacter() {
        if (place >= end) {
            return false;
        }
        int space = space(place);
        from = place;
        place += space > 0 ? space : length(line[place]);
        to = place;
        if (space > 0) {
            bytes = SPACE;
            from = 0;
            to = SPACE.length;
        }
        return true;
    }

    private static int length(byte first) {
        return first >= 0 ? 1 : first < (byte) 0xE0 ? 2 : first < (byte) 0xF0 ? 3 : 4;
    }

    /** How many bytes of white space begin at a place: the characters that {@link Character#isWhitespace(int)} knows. */
    private int space(int at) {
        if (at >= end) {
            return 0;
        }
        byte first = line[at];
        if (first >= 0) {
            return first <= ' ' && Character.isWhitespace(first) ? 1 : 0;
        }
        if (first != (byte) 0xE3 && first != (byte) 0xE2 && first != (byte) 0xE1) {
            return 0;
        }
        int c = (first & 0xF) << 12 | (line[at + 1] & 0x3F) << 6 | line[at + 2] & 0x3F;
        return Character.isWhitespace(c) ? 3 : 0;
    }

    /** The array in which the unit stands. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
