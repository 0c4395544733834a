package dev.ayatori.corpus.publish;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.DocumentTable;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.track.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** How the documents of a published corpus stand in files. */
public enum ShardFormat {
    /** Parquet, as in the corpus itself. */
    PARQUET {
        @Override
        void write(Path file, Stream<Document> documents) {
            ParquetTable.write(file, DocumentTable.DOCUMENT_COLUMNS, documents.map(DocumentTable::row));
        }

        @Override
        public Stream<Document> read(Path file) {
            return DocumentTable.documents(file);
        }
    },
    /** One JSON object a line, zstd. */
    JSONL {
        @Override
        void write(Path file, Stream<Document> documents) {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(
                    new ZstdOutputStream(Files.newOutputStream(file), LEVEL), StandardCharsets.UTF_8))) {
                for (Iterator<Document> each = documents.iterator(); each.hasNext(); ) {
                    out.write(Json.line(each.next()));
                    out.write('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
            }
        }

        @Override
        public Stream<Document> read(Path file) {
            try {
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                return in.lines().map(line -> Json.parse(line, Document.class)).onClose(() -> close(in));
            } catch (IOException e) {
                throw new UncheckedIOException("could not read " + file + ": " + e.getMessage(), e);
            }
        }
    };

    private static final int LEVEL = 6;

    private static void close(BufferedReader in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract void write(Path file, Stream<Document> documents);

    /** The documents of a file in their order; close the stream when it is not read to its end. */
    public abstract Stream<Document> read(Path file);

    /** What names of its files end with. */
    public String ending() {
        return switch (this) {
            case PARQUET -> ".parquet";
            case JSONL -> ".jsonl.zst";
        };
    }
}
