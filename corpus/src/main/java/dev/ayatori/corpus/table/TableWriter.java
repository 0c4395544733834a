package dev.ayatori.corpus.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Writes rows into a numbered series of files, each but the last with the same number of rows. */
public final class TableWriter implements AutoCloseable {
    private final Path folder;
    private final String name;
    private final int rowsPerFile;
    private final List<Column> columns;
    private FileWriter current;
    private int files = 1;
    private int rowsInFile;

    TableWriter(Path folder, String name, int rowsPerFile, List<Column> columns) {
        if (rowsPerFile < 1) {
            throw new IllegalArgumentException("rowsPerFile must be at least 1, but is " + rowsPerFile);
        }
        this.folder = folder;
        this.name = name;
        this.rowsPerFile = rowsPerFile;
        this.columns = List.copyOf(columns);
        this.current = new FileWriter(ParquetTable.file(folder, name, 0), this.columns);
    }

    /** Appends one row. */
    public void write(Row row) {
        if (rowsInFile == rowsPerFile) {
            close();
            current = new FileWriter(ParquetTable.file(folder, name, files++), columns);
            rowsInFile = 0;
        }
        current.write(row);
        rowsInFile++;
    }

    @Override
    public void close() {
        try {
            current.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not finish the table '" + name + "' in " + folder, e);
        }
    }
}
