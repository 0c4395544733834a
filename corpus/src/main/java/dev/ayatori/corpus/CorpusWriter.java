package dev.ayatori.corpus;

import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a corpus, and hashes its records on the way. */
final class CorpusWriter {
    private final Path folder;
    private final int rowsPerFile;
    private final ContentHasher hasher = ContentHasher.create();

    CorpusWriter(Path folder, int rowsPerFile) {
        this.folder = folder;
        this.rowsPerFile = rowsPerFile;
    }

    void documents(List<Document> documents) {
        hasher.number(documents.size());
        try (var table =
                ParquetTable.writer(folder, DocumentTable.DOCUMENTS, rowsPerFile, DocumentTable.DOCUMENT_COLUMNS)) {
            for (Document document : documents) {
                table.write(DocumentTable.row(document));
                DocumentTable.hash(document, hasher);
            }
        }
    }

    void removals(List<Removal> removals) {
        hasher.number(removals.size());
        try (var table =
                ParquetTable.writer(folder, DocumentTable.REMOVED, rowsPerFile, DocumentTable.REMOVAL_COLUMNS)) {
            for (Removal removal : removals) {
                table.write(DocumentTable.row(removal));
                DocumentTable.hash(removal, hasher);
            }
        }
    }

    void quarantine(List<Quarantined> pages) throws IOException {
        hasher.number(pages.size());
        pages.forEach(page -> hasher.text(page.uri()).number(page.offset()).text(page.reason()));
        Files.write(
                folder.resolve(Corpus.QUARANTINE),
                pages.stream().map(Json::line).toList());
    }

    void statistics(CorpusStatistics statistics) {
        Json.write(folder.resolve(Corpus.STATISTICS), statistics);
    }

    String recordsHash() {
        return hasher.hex();
    }
}
