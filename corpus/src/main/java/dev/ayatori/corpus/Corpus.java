package dev.ayatori.corpus;

import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a finished corpus. */
public final class Corpus {
    /** File that holds the {@link CorpusStatistics}. */
    public static final String STATISTICS = "stats.json";
    /** File of what could not be read, one JSON object a line. */
    public static final String QUARANTINE = "quarantine.jsonl";

    private final Path folder;

    private Corpus(Path folder) {
        this.folder = folder;
    }

    /** The corpus of a run. */
    public static Corpus open(Artifact corpus) {
        return new Corpus(corpus.folder());
    }

    /** The corpus in a folder; use {@link #open} where there is an artifact. */
    public static Corpus at(Path folder) {
        if (!Files.exists(folder.resolve(STATISTICS))) {
            throw new IllegalArgumentException(
                    "no corpus in " + folder + ": it has no " + STATISTICS + "; `ayatori run RECIPE` builds one");
        }
        return new Corpus(folder);
    }

    /** Every kept document, in the order of their ids. */
    public void forEach(Consumer<Document> consumer) {
        try (Stream<Document> documents = documents()) {
            documents.forEachOrdered(consumer);
        }
    }

    /** Every kept document, in the order of their ids, one at a time in memory. */
    public Stream<Document> documents() {
        return ParquetTable.readAll(folder, DocumentTable.DOCUMENTS).map(DocumentTable::document);
    }

    /** The kept documents of one split, in the order of their ids. */
    public Stream<Document> documents(Split split) {
        return documents().filter(document -> document.split() == split);
    }

    /** The kept document with this id. */
    public Optional<Document> find(String id) {
        return ParquetTable.files(folder, DocumentTable.DOCUMENTS).stream()
                .flatMap(file -> ParquetTable.readWhere(file, "id", id))
                .map(DocumentTable::document)
                .findFirst();
    }

    /** Every document left out, in the order of their ids, with the rule that did it. */
    public Stream<Removal> removed() {
        return ParquetTable.readAll(folder, DocumentTable.REMOVED).map(DocumentTable::removal);
    }

    /** The funnel as counted when the corpus was built. */
    public CorpusStatistics statistics() {
        return Json.read(folder.resolve(STATISTICS), CorpusStatistics.class);
    }
}
