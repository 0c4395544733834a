package dev.ayatori.corpus.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table in one Parquet file or in a numbered series of them. */
public final class ParquetTable {
    private ParquetTable() {}

    /** Writes one file; the rows are taken one by one and never held together. */
    public static void write(Path file, List<Column> columns, Stream<Row> rows) {
        try (var writer = new FileWriter(file, columns);
                rows) {
            rows.forEachOrdered(writer::write);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
        }
    }

    /** A writer of {@code name-00000.parquet} and so on; a table without rows is one file without rows. */
    public static TableWriter writer(Path folder, String name, int rowsPerFile, List<Column> columns) {
        return new TableWriter(folder, name, rowsPerFile, columns);
    }

    /** The rows of one file in their order; close the stream when it is not read to its end. */
    public static Stream<Row> read(Path file) {
        return FileReader.open(file).rows();
    }

    /** The rows of one file whose text in this column is the given one; skips pages that cannot hold it. */
    public static Stream<Row> readWhere(Path file, String column, String text) {
        return FileReader.openWhere(file, column, text).rows();
    }

    /** The rows of a numbered series in their order. */
    public static Stream<Row> readAll(Path folder, String name) {
        return files(folder, name).stream().flatMap(ParquetTable::read);
    }

    /** The files of a numbered series in their order. */
    public static List<Path> files(Path folder, String name) {
        Pattern numbered = Pattern.compile(Pattern.quote(name) + "-\\d{5,}\\.parquet");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            numbered.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list the tables in " + folder, e);
        }
    }

    /** The file of this number of a series. */
    public static Path file(Path folder, String name, int number) {
        return folder.resolve(String.format(Locale.ROOT, "%s-%05d.parquet", name, number));
    }
}
