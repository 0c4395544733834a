package dev.ayatori.search.suffix;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the suffix array of a text file, and counts its characters on the way. */
public final class SuffixFile {
    /** Offsets are sorted in int arrays, which need about twelve bytes of heap for a character. */
    static final long MAXIMAL_BYTES = Integer.MAX_VALUE - 16L;

    private static final int BLOCK_ENTRIES = 1 << 14;
    private static final int SEPARATOR_SYMBOL = Character.MAX_CODE_POINT + 1;

    private SuffixFile() {}

    /** Reads {@code textFile}, writes its suffix array to {@code suffixFile} and returns how often each character is. */
    public static CharacterCounts write(Path textFile, Path suffixFile) throws IOException {
        long size = Files.size(textFile);
        if (size > MAXIMAL_BYTES) {
            throw new IllegalArgumentException("The text has " + size + " bytes, but one index holds at most "
                    + MAXIMAL_BYTES + "; build it over a smaller corpus");
        }
        byte[] text = Files.readAllBytes(textFile);
        int[] symbols = codePoints(text);
        long[] counts = new long[SEPARATOR_SYMBOL + 1];
        for (int symbol : symbols) {
            counts[symbol]++;
        }
        int alphabet = makeDense(symbols, counts);
        int[] sorted = SuffixSorting.sort(symbols, alphabet);
        overwriteWithOffsets(symbols, text);
        // Separators are the greatest symbol, so the suffixes that begin with one are the last ones.
        int kept = sorted.length - (int) counts[SEPARATOR_SYMBOL];
        for (int rank = 0; rank < kept; rank++) {
            sorted[rank] = symbols[sorted[rank]];
        }
        writeEntries(suffixFile, sorted, kept, SuffixArray.width(size));
        counts[SEPARATOR_SYMBOL] = 0;
        return CharacterCounts.of(counts);
    }

    private static int[] codePoints(byte[] text) {
        int count = 0;
        for (byte each : text) {
            count += Utf8.isStart(each) ? 1 : 0;
        }
        int[] codePoints = new int[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            codePoints[i] = codePointAt(text, at);
            at += Utf8.widthFrom(text[at]);
        }
        return codePoints;
    }

    private static int codePointAt(byte[] text, int at) {
        byte first = text[at];
        if (first >= 0) {
            return first;
        }
        if (first == Utf8.SEPARATOR) {
            return SEPARATOR_SYMBOL;
        }
        int width = Utf8.widthFrom(first);
        int codePoint = first & (0x7F >> width);
        for (int i = 1; i < width; i++) {
            codePoint = (codePoint << 6) | (text[at + i] & 0x3F);
        }
        return codePoint;
    }

    /** Renames the code points to 0, 1, 2, ... in their order, which is also the order of their UTF-8 bytes. */
    private static int makeDense(int[] symbols, long[] counts) {
        int[] dense = new int[counts.length];
        int alphabet = 0;
        for (int c = 0; c < counts.length; c++) {
            dense[c] = counts[c] > 0 ? alphabet++ : 0;
        }
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = dense[symbols[i]];
        }
        return alphabet;
    }

    private static void overwriteWithOffsets(int[] symbols, byte[] text) {
        int at = 0;
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = at;
            at += Utf8.widthFrom(text[at]);
        }
    }

    private static void writeEntries(Path file, int[] offsets, int kept, int width) throws IOException {
        byte[] block = new byte[BLOCK_ENTRIES * width];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int first = 0; first < kept; first += BLOCK_ENTRIES) {
                int end = Math.min(kept, first + BLOCK_ENTRIES);
                int at = 0;
                for (int rank = first; rank < end; rank++) {
                    for (int shift = 0; shift < 8 * width; shift += 8) {
                        block[at++] = (byte) (offsets[rank] >>> shift);
                    }
                }
                out.write(block, 0, at);
            }
            out.write(new byte[SuffixArray.PADDING]);
        }
    }
}
