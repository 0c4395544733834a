package dev.ayatori.tokenizer.pipeline;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The bytes each id stands for, and what is taken away at the start of a text. */
public final class Detokeniser {
    /** What happens to the space that encoding put before a text. */
    public enum Start {
        /** Nothing is taken away. */
        KEPT,
        /** One space is, if the text starts with one. */
        ONE_SPACE,
        /** One space is from each token until something is left. */
        SPACE_OF_EACH_TOKEN,
        /** All spaces of the first token are. */
        SPACES_OF_FIRST_TOKEN
    }

    private static final byte[] NOTHING = {};

    private final byte[][] bytes;
    private final Start start;
    private final IntPredicate isByte;

    /** @param isByte whether an id stands for a single byte, which is never taken for a space that was put in */
    public Detokeniser(byte[][] bytes, Start start, IntPredicate isByte) {
        this.bytes = bytes;
        this.start = start;
        this.isByte = isByte;
    }

    /** How many ids there are. */
    public int size() {
        return bytes.length;
    }

    /** Decodes one text, id by id. */
    public final class Text {
        private boolean atStart = start != Start.KEPT;

        private Text() {}

        /** The bytes the next id adds. */
        public byte[] next(int id) {
            byte[] all = bytes[id];
            if (!atStart || all.length == 0) {
                return all;
            }
            byte[] left = isByte.test(id) ? all : withoutSpaces(all, start == Start.SPACES_OF_FIRST_TOKEN);
            atStart = start == Start.SPACE_OF_EACH_TOKEN && left.length == 0;
            return left;
        }
    }

    public Text text() {
        return new Text();
    }

    private static byte[] withoutSpaces(byte[] all, boolean anywhere) {
        if (!anywhere) {
            return all[0] == ' ' ? Arrays.copyOfRange(all, 1, all.length) : all;
        }
        byte[] left = new byte[all.length];
        int size = 0;
        for (byte value : all) {
            if (value != ' ') {
                left[size++] = value;
            }
        }
        return size == 0 ? NOTHING : Arrays.copyOf(left, size);
    }
}
