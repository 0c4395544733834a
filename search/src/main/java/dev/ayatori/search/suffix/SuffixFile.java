package dev.ayatori.search.suffix;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the suffix array of a text file, and counts its characters on the way. */
public final class SuffixFile {
    /** Offsets are sorted in int arrays, which need about twelve bytes of heap for a character. */
    static final long MAXIMAL_BYTES = Integer.MAX_VALUE - 16L;

    private static final int SEPARATOR_SYMBOL = Character.MAX_CODE_POINT + 1;

    private SuffixFile() {}

    /** Reads {@code textFile}, writes its suffix array to {@code suffixFile} and returns how often each character is. */
    public static CharacterCounts write(Path textFile, Path suffixFile) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = MappedFile.map(textFile, arena);
            if (text.byteSize() > MAXIMAL_BYTES) {
                throw new IllegalArgumentException("The text has " + text.byteSize()
                        + " bytes, but one index holds at most " + MAXIMAL_BYTES + "; build it over a smaller corpus");
            }
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
            writeEntries(suffixFile, sorted, kept, symbols, SuffixArray.width(text.byteSize()));
            counts[SEPARATOR_SYMBOL] = 0;
            return CharacterCounts.of(counts);
        }
    }

    private static int[] codePoints(MemorySegment text) {
        int count = 0;
        for (long at = 0; at < text.byteSize(); at++) {
            count += Utf8.isStart(text.get(ValueLayout.JAVA_BYTE, at)) ? 1 : 0;
        }
        int[] codePoints = new int[count];
        long at = 0;
        for (int i = 0; i < count; i++) {
            codePoints[i] = codePointAt(text, at);
            at += Utf8.widthFrom(text.get(ValueLayout.JAVA_BYTE, at));
        }
        return codePoints;
    }

    private static int codePointAt(MemorySegment text, long at) {
        byte first = text.get(ValueLayout.JAVA_BYTE, at);
        if (first >= 0) {
            return first;
        }
        if (first == Utf8.SEPARATOR) {
            return SEPARATOR_SYMBOL;
        }
        int width = Utf8.widthFrom(first);
        int codePoint = first & (0x7F >> width);
        for (int i = 1; i < width; i++) {
            codePoint = codePoint << 6 | text.get(ValueLayout.JAVA_BYTE, at + i) & 0x3F;
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

    private static void overwriteWithOffsets(int[] symbols, MemorySegment text) {
        int at = 0;
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = at;
            at += Utf8.widthFrom(text.get(ValueLayout.JAVA_BYTE, at));
        }
    }

    private static void writeEntries(Path file, int[] sorted, int kept, int[] offsets, int width) throws IOException {
        byte[] entry = new byte[width];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int rank = 0; rank < kept; rank++) {
                int offset = offsets[sorted[rank]];
                for (int b = 0; b < width; b++) {
                    entry[b] = (byte) (offset >>> 8 * b);
                }
                out.write(entry);
            }
            out.write(new byte[SuffixArray.PADDING]);
        }
    }
}
