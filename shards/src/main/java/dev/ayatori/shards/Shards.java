package dev.ayatori.shards;

import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The finished shards of a run: the tokens of both splits and the place of every document. */
public final class Shards implements AutoCloseable {
    static final String TRAIN = "train";
    static final String VALIDATION = "validation";
    static final String PACKING = ".packing";
    static final String DOCUMENTS = "documents.parquet";
    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("split"),
            Column.text("file"),
            Column.text("collection"),
            Column.number("firstToken"),
            Column.number("tokens"));

    private final Path folder;
    private final SortedMap<String, TokenFile> train = new TreeMap<>();
    private final SortedMap<String, TokenFile> validation = new TreeMap<>();

    private Shards(Path folder) {
        this.folder = folder;
        try {
            open(TRAIN, train);
            open(VALIDATION, validation);
            if (train.isEmpty()) {
                throw new AyatoriException(folder + " holds no training tokens; write the shards again");
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(String split, SortedMap<String, TokenFile> into) {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".idx"))
                    .map(name -> name.substring(0, name.length() - ".idx".length()))
                    .filter(name -> name.equals(split) || name.startsWith(split + "-"))
                    .forEach(name -> into.put(name, TokenFile.open(folder.resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Opens the shards of a run. */
    public static Shards open(Artifact shards) {
        return open(shards.folder());
    }

    /** Opens the shards in a folder. */
    public static Shards open(Path folder) {
        return new Shards(folder);
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** The tokens a model learns from, by the name of their file: {@code train}, or {@code train-NAME} for each part. */
    public SortedMap<String, TokenFile> train() {
        return Collections.unmodifiableSortedMap(train);
    }

    /** The tokens a model is measured on: {@code validation}, or {@code validation-NAME} for each set. */
    public SortedMap<String, TokenFile> validation() {
        return Collections.unmodifiableSortedMap(validation);
    }

    /** A token file of either split by its name. */
    public TokenFile file(String name) {
        TokenFile file = train.getOrDefault(name, validation.get(name));
        if (file == null) {
            throw new AyatoriException(folder + " has no token file " + name + "; there are " + train.keySet() + " and "
                    + validation.keySet());
        }
        return file;
    }

    /** How a file is laid into sequences for a model of some context. */
    public Layout layout(String name, Packing packing, int context) {
        long tokens = file(name).tokens();
        if (tokens < context + 1L && packing == Packing.WINDOWS) {
            throw new AyatoriException(folder.resolve(name) + " holds " + tokens + " tokens, but one sequence takes "
                    + (context + 1) + ". Give more documents or a smaller context.");
        }
        return switch (packing) {
            case WINDOWS -> new Windows(tokens, context);
            case BEST_FIT -> packing(name, context);
        };
    }

    private PackingPlan packing(String name, int context) {
        Path file = folder.resolve(name + PACKING);
        String remedy = "; set shards.packedTokens to " + (context + 1) + " and write the shards again";
        if (!Files.exists(file)) {
            throw new AyatoriException(folder + " has no packing plan for " + name + remedy);
        }
        PackingPlan plan = PackingFile.read(file);
        if (plan.capacity() != context + 1) {
            throw new AyatoriException(file + " packs sequences of " + plan.capacity() + " tokens, but a context of "
                    + context + " takes " + (context + 1) + remedy);
        }
        return plan;
    }

    /** Every document of both splits with its place, in the order of the ids. */
    public List<PlacedDocument> documents() {
        try (Stream<Row> rows = ParquetTable.read(folder.resolve(DOCUMENTS))) {
            return rows.map(Shards::placed).toList();
        }
    }

    static Row row(PlacedDocument document) {
        return Row.of("id", document.id())
                .and("split", document.split().label())
                .and("file", document.file())
                .and("collection", document.collection())
                .and("firstToken", document.firstToken())
                .and("tokens", document.tokens());
    }

    private static PlacedDocument placed(Row row) {
        return new PlacedDocument(
                row.text("id"),
                Split.parse(row.text("split")),
                row.text("file"),
                row.text("collection"),
                row.number("firstToken"),
                Math.toIntExact(row.number("tokens")));
    }

    @Override
    public void close() {
        train.values().forEach(TokenFile::close);
        validation.values().forEach(TokenFile::close);
    }
}
