package dev.ayatori.search;

import dev.ayatori.search.suffix.MappedFile;
import dev.ayatori.track.Json;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** From a place in the text to the document that stands there. */
final class DocumentTable {
    static final int ROW_BYTES = 3 * Long.BYTES;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment rows;
    private final MemorySegment lines;
    private final int size;

    DocumentTable(IndexFiles files, Arena arena) {
        rows = MappedFile.map(files.documentRows(), arena);
        lines = MappedFile.map(files.documentLines(), arena);
        size = (int) (rows.byteSize() / ROW_BYTES) - 1;
    }

    int size() {
        return size;
    }

    /** The row of the document whose text holds this byte. */
    int ordinalAt(long offset) {
        int low = 0;
        int high = size;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (textStart(middle) <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long textStart(int ordinal) {
        return rows.get(LONG, (long) ordinal * ROW_BYTES);
    }

    /** The end of the document's text, without the separator. */
    long textEnd(int ordinal) {
        return textStart(ordinal + 1) - 1;
    }

    boolean heldOut(int ordinal) {
        return rows.get(LONG, (long) ordinal * ROW_BYTES + 2 * Long.BYTES) != 0;
    }

    IndexedDocument document(int ordinal) {
        long from = lineStart(ordinal);
        byte[] line = lines.asSlice(from, lineStart(ordinal + 1) - from).toArray(ValueLayout.JAVA_BYTE);
        return Json.parse(new String(line, StandardCharsets.UTF_8), IndexedDocument.class);
    }

    private long lineStart(int ordinal) {
        return rows.get(LONG, (long) ordinal * ROW_BYTES + Long.BYTES);
    }
}
