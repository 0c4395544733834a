package dev.ayatori.corpus.read.record;

import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Reads Parquet files row by row; rows are numbered from 1, and their number is their offset. */
public final class ParquetRecords {
    private final InputFile file;
    private final RecordPages pages;
    private long number;

    private ParquetRecords(InputFile file, PageSink sink) {
        this.file = file;
        this.pages = new RecordPages(file, sink);
    }

    /** Reads the file. */
    public static void read(InputFile file, PageSink sink) throws IOException {
        new ParquetRecords(file, sink).read();
    }

    private void read() throws IOException {
        try (ParquetReader<Group> reader = new Builder(Path.of(file.path())).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                number++;
                SortedMap<String, String> fields = new TreeMap<>();
                for (String name : pages.fields()) {
                    add(row, name, name, fields);
                }
                pages.record(pages.place(number, number), fields);
            }
        } catch (RuntimeException e) {
            // Damage inside a file shows as whatever the decoder trips over.
            throw new IOException("row " + (number + 1) + " is damaged: " + e.getMessage(), e);
        }
    }

    private static void add(Group row, String path, String name, SortedMap<String, String> fields) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        GroupType type = row.getType();
        if (!type.containsField(first) || row.getFieldRepetitionCount(first) == 0) {
            return;
        }
        Type field = type.getType(first);
        if (dot >= 0 && !field.isPrimitive()) {
            add(row.getGroup(first, 0), path.substring(dot + 1), name, fields);
        } else if (dot < 0 && field.isPrimitive()) {
            boolean binary = field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
            fields.put(name, binary ? row.getString(first, 0) : row.getValueToString(type.getFieldIndex(first), 0));
        }
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(Path file) {
            super(new LocalInputFile(file), new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
