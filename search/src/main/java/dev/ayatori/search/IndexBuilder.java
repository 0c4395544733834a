package dev.ayatori.search;

import dev.ayatori.search.fulltext.FullTextWriter;
import dev.ayatori.search.suffix.CharacterCounts;
import dev.ayatori.search.suffix.SuffixFile;
import dev.ayatori.search.suffix.Utf8;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.track.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the folder of an index: documents one after the other, then {@link #finish}. */
public final class IndexBuilder implements AutoCloseable {
    private final IndexFiles files;
    private final OutputStream text;
    private final DocumentTableWriter table;
    private final @Nullable FullTextWriter fullText;
    private int documents;
    private long textBytes;

    private IndexBuilder(Path folder, boolean withFullText) throws IOException {
        files = new IndexFiles(folder);
        text = new BufferedOutputStream(Files.newOutputStream(files.text()), 1 << 16);
        table = new DocumentTableWriter(files);
        fullText = withFullText ? FullTextWriter.create(files.fullText()) : null;
    }

    /** Begins an index in a folder that is there and empty. */
    public static IndexBuilder create(Path folder, IndexSettings settings) throws IOException {
        return new IndexBuilder(folder, settings.fullText());
    }

    /** Appends a document. */
    public void add(IndexedDocument document, String content) throws IOException {
        byte[] bytes = Utf8.ofDocument(content);
        table.add(document, textBytes);
        text.write(bytes);
        text.write(Utf8.SEPARATOR);
        if (fullText != null) {
            fullText.add(documents, document.title(), content);
        }
        textBytes += bytes.length + 1;
        documents++;
    }

    /** Sorts the suffixes and completes the folder; returns how many characters (code points) the text has. */
    public long finish(ReadingOrder order) throws IOException {
        table.finish(textBytes);
        text.close();
        if (fullText != null) {
            fullText.finish();
        }
        CharacterCounts characters = SuffixFile.write(files.text(), files.suffixes());
        characters.write(files.characters());
        order.write(files.order());
        Json.write(
                files.facts(),
                new IndexFiles.Facts(
                        IndexFiles.FORMAT_VERSION, documents, textBytes, characters.total(), fullText != null));
        return characters.total();
    }

    /** Releases the files; an index without {@link #finish} is of no use. */
    @Override
    public void close() throws IOException {
        table.close();
        text.close();
        if (fullText != null) {
            fullText.close();
        }
    }
}
