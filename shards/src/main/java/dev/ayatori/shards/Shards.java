package dev.ayatori.shards;

import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The finished shards of a run: the tokens of both splits and the place of every document. */
public final class Shards implements AutoCloseable {
    static final String TRAIN = "train";
    static final String VALIDATION = "validation";
    static final String PACKING = "train.packing";
    static final String DOCUMENTS = "documents.parquet";
    static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("split"),
            Column.text("collection"),
            Column.number("firstToken"),
            Column.number("tokens"));

    private final Path folder;
    private final TokenFile train;
    private final TokenFile validation;

    private Shards(Path folder) {
        this.folder = folder;
        this.train = TokenFile.open(folder.resolve(TRAIN));
        try {
            this.validation = TokenFile.open(folder.resolve(VALIDATION));
        } catch (RuntimeException e) {
            train.close();
            throw e;
        }
    }

    /** Opens the shards of a run. */
    public static Shards open(Artifact shards) {
        return new Shards(shards.folder());
    }

    /** The tokens a model learns from. */
    public TokenFile train() {
        return train;
    }

    /** The tokens a model is measured on. */
    public TokenFile validation() {
        return validation;
    }

    /** How the training documents are packed into sequences; only where a plan was asked for. */
    public PackingPlan packing() {
        Path file = folder.resolve(PACKING);
        if (!Files.exists(file)) {
            throw new AyatoriException(
                    folder + " has no packing plan; set shards.packedTokens and write the shards again");
        }
        return PackingFile.read(file);
    }

    /** Every document of both splits with its place, in the order of the ids. */
    public List<PlacedDocument> documents() {
        try (Stream<Row> rows = ParquetTable.read(folder.resolve(DOCUMENTS))) {
            return rows.map(Shards::placed).toList();
        }
    }

    /** The validation documents by the collection they belong to: sets that a model can be measured on one by one. */
    public SortedMap<String, List<PlacedDocument>> validationSets() {
        return documents().stream()
                .filter(document -> document.split() == Split.VALIDATION)
                .collect(Collectors.groupingBy(PlacedDocument::collection, TreeMap::new, Collectors.toList()));
    }

    static Row row(PlacedDocument document) {
        return Row.of("id", document.id())
                .and("split", document.split().label())
                .and("collection", document.collection())
                .and("firstToken", document.firstToken())
                .and("tokens", document.tokens());
    }

    private static PlacedDocument placed(Row row) {
        return new PlacedDocument(
                row.text("id"),
                Split.parse(row.text("split")),
                row.text("collection"),
                row.number("firstToken"),
                Math.toIntExact(row.number("tokens")));
    }

    @Override
    public void close() {
        train.close();
        validation.close();
    }
}
