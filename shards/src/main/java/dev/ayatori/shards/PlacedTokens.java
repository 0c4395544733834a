package dev.ayatori.shards;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.StageResult;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes tokens into the files where they belong, and notes and hashes what stands where. */
final class PlacedTokens implements Closeable {
    private final Path folder;
    private final boolean mixes;
    private final TokenFilesWriter files;
    private final List<PlacedDocument> placed = new ArrayList<>();
    private final ContentHasher hasher = ContentHasher.create();

    PlacedTokens(Path folder, TokenType type, ShardsSettings settings) {
        this.folder = folder;
        this.mixes = settings.mix().mixes();
        this.files = new TokenFilesWriter(folder, type);
    }

    /** A document on its way to a file. */
    record Entry(String id, Split split, String file, String collection) {
        static Entry of(Document document, String file) {
            return new Entry(document.id(), document.split(), file, document.collection());
        }
    }

    void add(Entry entry, int[] tokens) throws IOException {
        long first = files.file(entry.file()).write(tokens);
        placed.add(
                new PlacedDocument(entry.id(), entry.split(), entry.file(), entry.collection(), first, tokens.length));
        hasher.text(entry.id()).text(entry.split().label()).bytes(bytes(tokens));
        if (mixes) {
            hasher.text(entry.file());
        }
    }

    /** Writes the table of places; a document that a mix repeats has a row for each copy. */
    StageResult finish() {
        if (files.tokens(Shards.TRAIN) == 0) {
            throw new AyatoriException(
                    "the corpus has no training document; loosen its filters or its validation share");
        }
        placed.sort(Comparator.comparing(PlacedDocument::id).thenComparing(PlacedDocument::firstToken));
        ParquetTable.write(
                folder.resolve(Shards.DOCUMENTS),
                Shards.COLUMNS,
                placed.stream().map(Shards::row));
        return new StageResult(
                hasher.hex(),
                Map.of(
                        "documents",
                        (long) placed.size(),
                        "tokens",
                        files.tokens(Shards.TRAIN),
                        "validation tokens",
                        files.tokens(Shards.VALIDATION)));
    }

    private static byte[] bytes(int[] tokens) {
        ByteBuffer bytes = ByteBuffer.allocate(tokens.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(tokens);
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
