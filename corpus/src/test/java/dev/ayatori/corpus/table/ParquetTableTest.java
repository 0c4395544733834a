package dev.ayatori.corpus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
    private static final List<Column> COLUMNS =
            List.of(Column.text("id"), Column.number("tokens"), Column.decimal("share"));

    @TempDir
    Path folder;

    private static Row row(String id, long tokens, double share) {
        return Row.of("id", id).and("tokens", tokens).and("share", share);
    }

    @Test
    void givesBackWhatWasWritten() {
        var rows = List.of(
                row("", 0, 0.0),
                row("あやとり \ud83e\uddf6 糸\n\n", Long.MIN_VALUE, Double.NaN),
                row("x".repeat(100_000), Long.MAX_VALUE, -0.0));
        ParquetTable.write(folder.resolve("a.parquet"), COLUMNS, rows.stream());
        assertThat(ParquetTable.read(folder.resolve("a.parquet"))).containsExactlyElementsOf(rows);
    }

    @Test
    void holdsATableWithoutRows() {
        ParquetTable.write(folder.resolve("a.parquet"), COLUMNS, Stream.of());
        ParquetTable.writer(folder, "none", 10, COLUMNS).close();
        assertThat(ParquetTable.read(folder.resolve("a.parquet"))).isEmpty();
        assertThat(ParquetTable.files(folder, "none")).hasSize(1);
        assertThat(ParquetTable.readAll(folder, "none")).isEmpty();
    }

    @Test
    void cutsASeriesAtAFixedNumberOfRows() {
        var rows =
                IntStream.range(0, 25).mapToObj(i -> row("d" + i, i, i / 2.0)).toList();
        try (var writer = ParquetTable.writer(folder, "documents", 10, COLUMNS)) {
            rows.forEach(writer::write);
        }
        assertThat(ParquetTable.files(folder, "documents"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("documents-00000.parquet", "documents-00001.parquet", "documents-00002.parquet");
        assertThat(ParquetTable.read(folder.resolve("documents-00002.parquet"))).hasSize(5);
        assertThat(ParquetTable.readAll(folder, "documents")).containsExactlyElementsOf(rows);
    }

    @Test
    void findsRowsByTheTextOfAColumn() {
        var rows = IntStream.range(0, 1000)
                .mapToObj(i -> row(String.format("%06d", i), i, 0))
                .toList();
        Path file = folder.resolve("a.parquet");
        ParquetTable.write(file, COLUMNS, rows.stream());
        assertThat(ParquetTable.readWhere(file, "id", "000777")).containsExactly(rows.get(777));
        assertThat(ParquetTable.readWhere(file, "id", "nobody")).isEmpty();
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertThatThrownBy(() ->
                        ParquetTable.write(folder.resolve("a.parquet"), COLUMNS, Stream.of(row("ab\ud83e", 0, 0))))
                .hasMessageContaining("column 'id'")
                .hasMessageContaining("offset 2");
    }

    @Test
    void namesTheColumnThatIsMissing() {
        assertThatThrownBy(() -> row("a", 1, 1).text("uri")).hasMessageContaining("'uri'");
        assertThatThrownBy(() -> row("a", 1, 1).text("tokens")).hasMessageContaining("'tokens'");
    }

    @Test
    void writesEqualBytesForEqualRows() throws Exception {
        ParquetTable.write(folder.resolve("a.parquet"), COLUMNS, Stream.of(row("a", 1, 2)));
        ParquetTable.write(folder.resolve("b.parquet"), COLUMNS, Stream.of(row("a", 1, 2)));
        assertThat(Files.mismatch(folder.resolve("a.parquet"), folder.resolve("b.parquet")))
                .isEqualTo(-1);
    }
}
