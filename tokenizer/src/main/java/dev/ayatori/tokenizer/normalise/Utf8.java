package dev.ayatori.tokenizer.normalise;

/** One character of UTF-8 at a time. */
public final class Utf8 {
    private Utf8() {}

    /** The code point that starts at a byte, or -1 where none does: surrogates and overlong forms are none. */
    public static int decode(byte[] utf8, int at, int to) {
        int lead = utf8[at];
        if (lead >= 0) {
            return lead;
        }
        if ((lead & 0xF0) == 0xE0 && at + 2 < to && isTrail(utf8[at + 1]) && isTrail(utf8[at + 2])) {
            int point = (lead & 0xF) << 12 | (utf8[at + 1] & 0x3F) << 6 | utf8[at + 2] & 0x3F;
            return point >= 0x800 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) ? point : -1;
        }
        if ((lead & 0xE0) == 0xC0 && at + 1 < to && isTrail(utf8[at + 1])) {
            int point = (lead & 0x1F) << 6 | utf8[at + 1] & 0x3F;
            return point >= 0x80 ? point : -1;
        }
        if ((lead & 0xF8) == 0xF0
                && at + 3 < to
                && isTrail(utf8[at + 1])
                && isTrail(utf8[at + 2])
                && isTrail(utf8[at + 3])) {
            int point =
                    (lead & 7) << 18 | (utf8[at + 1] & 0x3F) << 12 | (utf8[at + 2] & 0x3F) << 6 | utf8[at + 3] & 0x3F;
            return point >= 0x10000 && point <= Character.MAX_CODE_POINT ? point : -1;
        }
        return -1;
    }

    private static boolean isTrail(byte value) {
        return (value & 0xC0) == 0x80;
    }

    /** How many bytes a code point takes. */
    public static int length(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 || point == Points.LITERAL_MARK ? 3 : 4;
    }

    /** Writes a code point and gives the place after it. */
    public static int encode(int codePoint, byte[] into, int at) {
        int point = codePoint == Points.LITERAL_MARK ? '\u2581' : codePoint;
        if (point < 0x80) {
            into[at] = (byte) point;
            return at + 1;
        }
        int length = length(point);
        int rest = point;
        for (int i = at + length - 1; i > at; i--) {
            into[i] = (byte) (0x80 | rest & 0x3F);
            rest >>>= 6;
        }
        int lead = switch (length) {
            case 2 -> 0xC0;
            case 3 -> 0xE0;
            default -> 0xF0;
        };
        into[at] = (byte) (lead | rest);
        return at + length;
    }
}
