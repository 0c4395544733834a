package dev.ayatori.search;

import dev.ayatori.track.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Writes {@code documents.jsonl} and {@code documents.bin}. */
final class DocumentTableWriter implements AutoCloseable {
    private final OutputStream lines;
    private final OutputStream rows;
    private final ByteBuffer row = ByteBuffer.allocate(DocumentTable.ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long lineStart;

    DocumentTableWriter(IndexFiles files) throws IOException {
        lines = new BufferedOutputStream(Files.newOutputStream(files.documentLines()));
        rows = new BufferedOutputStream(Files.newOutputStream(files.documentRows()));
    }

    void add(IndexedDocument document, long textStart) throws IOException {
        writeRow(textStart, document.heldOut());
        byte[] line = (Json.line(document) + "\n").getBytes(StandardCharsets.UTF_8);
        lines.write(line);
        lineStart += line.length;
    }

    /** Writes the final row. */
    void finish(long textEnd) throws IOException {
        writeRow(textEnd, false);
        close();
    }

    private void writeRow(long textStart, boolean heldOut) throws IOException {
        rows.write(row.clear()
                .putLong(textStart)
                .putLong(lineStart)
                .putLong(heldOut ? 1 : 0)
                .array());
    }

    @Override
    public void close() throws IOException {
        lines.close();
        rows.close();
    }
}
