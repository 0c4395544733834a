package dev.ayatori.corpus;

import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How documents and removals stand in Parquet; attributes are one JSON object with sorted keys. */
public final class DocumentTable {
    public static final String DOCUMENTS = "documents";
    public static final String REMOVED = "removed";

    public static final List<Column> DOCUMENT_COLUMNS = Stream.of(
                    "id", "text", "uri", "collection", "licence", "date", "language", "attributes")
            .map(Column::text)
            .toList();

    public static final List<Column> REMOVAL_COLUMNS = Stream.concat(
                    DOCUMENT_COLUMNS.stream(),
                    Stream.of("rule", "value", "threshold", "duplicateOf").map(Column::text))
            .toList();

    private DocumentTable() {}

    /** As a row. */
    public static Row row(Document document) {
        return Row.of("id", document.id())
                .and("text", document.text())
                .and("uri", document.uri())
                .and("collection", document.collection())
                .and("licence", document.licence())
                .and("date", document.date())
                .and("language", document.language())
                .and("attributes", Json.line(document.attributes()));
    }

    /** As a row. */
    public static Row row(Removal removal) {
        return row(removal.document())
                .and("rule", removal.rule())
                .and("value", removal.value())
                .and("threshold", removal.threshold())
                .and("duplicateOf", removal.duplicateOf());
    }

    /** The documents of one Parquet file in their order. */
    public static Stream<Document> documents(Path file) {
        return ParquetTable.read(file).map(DocumentTable::document);
    }

    static Document document(Row row) {
        return new Document(
                row.text("id"),
                row.text("text"),
                row.text("uri"),
                row.text("collection"),
                row.text("licence"),
                row.text("date"),
                row.text("language"),
                attributes(row.text("attributes")));
    }

    static Removal removal(Row row) {
        return new Removal(
                document(row), row.text("rule"), row.text("value"), row.text("threshold"), row.text("duplicateOf"));
    }

    private static SortedMap<String, String> attributes(String json) {
        var attributes = new TreeMap<String, String>();
        Json.mapper()
                .readTree(json)
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asString()));
        return attributes;
    }

    /** Adds every value to a hash. */
    public static void hash(Document document, ContentHasher hasher) {
        hasher.text(document.id())
                .text(document.text())
                .text(document.uri())
                .text(document.collection())
                .text(document.licence())
                .text(document.date())
                .text(document.language())
                .number(document.attributes().size());
        for (Map.Entry<String, String> attribute : document.attributes().entrySet()) {
            hasher.text(attribute.getKey()).text(attribute.getValue());
        }
    }

    /** Adds every value to a hash. */
    public static void hash(Removal removal, ContentHasher hasher) {
        hash(removal.document(), hasher);
        hasher.text(removal.rule())
                .text(removal.value())
                .text(removal.threshold())
                .text(removal.duplicateOf());
    }
}
