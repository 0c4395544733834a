package dev.ayatori.search.suffix;

import java.nio.charset.StandardCharsets;

/** UTF-8 as the index stores it: documents ended by a byte that no UTF-8 has, queries that never match half a char. */
public final class Utf8 {
    /** Ends every document in the text file. */
    public static final byte SEPARATOR = (byte) 0xFF;

    private static final byte UNMATCHED = (byte) 0xFE;

    private Utf8() {}

    /** The bytes of a document; a lone surrogate becomes U+FFFD. */
    public static byte[] ofDocument(String text) {
        return wellFormed(text) ? text.getBytes(StandardCharsets.UTF_8) : replaced(text);
    }

    /** The bytes of a query; a lone surrogate becomes a byte that stands in no document. */
    public static byte[] ofQuery(String text) {
        if (wellFormed(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            byte[] one = isSurrogate(codePoint)
                    ? new byte[] {UNMATCHED}
                    : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(one, 0, bytes, length, one.length);
            length += one.length;
        }
        return java.util.Arrays.copyOf(bytes, length);
    }

    /** True for the first byte of a code point, and for the separator. */
    static boolean isStart(byte b) {
        return (b & 0xC0) != 0x80;
    }

    /** The bytes of the code point that begins with {@code first}. */
    static int widthFrom(byte first) {
        int b = first & 0xFF;
        return b < 0x80 || b >= 0xF8 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    }

    /** The bytes {@link #ofQuery} makes of one code point. */
    public static int width(int codePoint) {
        if (codePoint < 0x80 || isSurrogate(codePoint)) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(Utf8::isSurrogate);
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints().map(c -> isSurrogate(c) ? 0xFFFD : c).forEach(mended::appendCodePoint);
        return mended.toString();
    }

    private static byte[] replaced(String text) {
        return mended(text).getBytes(StandardCharsets.UTF_8);
    }
}
