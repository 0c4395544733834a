package dev.ayatori.tokenizer.format;

/**
 * GPT-2's way to write bytes as characters that can be seen: printable Latin-1 characters stand for themselves, the other 68
 * bytes for U+0100 and up.
 */
public final class ByteAlphabet {
    private final int[] bytes = new int[0x144];
    private final char[] characters = new char[256];

    /** The one there is. */
    public ByteAlphabet() {
        java.util.Arrays.fill(bytes, -1);
        int next = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean seen = value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
            characters[value] = (char) (seen ? value : next++);
            bytes[characters[value]] = value;
        }
    }

    /** The character of a byte. */
    public char character(byte value) {
        return characters[value & 0xFF];
    }

    /** The bytes of a piece as characters U+0000 to U+00FF. */
    String decode(String piece) {
        StringBuilder out = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c >= bytes.length || bytes[c] < 0) {
                throw new IllegalArgumentException("piece '" + piece + "' holds '" + c + "', which stands for no byte");
            }
            out.append((char) bytes[c]);
        }
        return out.toString();
    }

    /** Whether a piece can be decoded. */
    boolean covers(String piece) {
        return piece.chars().allMatch(c -> c < bytes.length && bytes[c] >= 0);
    }

    /** Bytes, given as characters U+0000 to U+00FF, as a piece. */
    String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(characters[c]));
        return out.toString();
    }
}
