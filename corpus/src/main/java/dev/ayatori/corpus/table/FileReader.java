package dev.ayatori.corpus.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads one Parquet file row by row. */
final class FileReader implements Iterator<Row> {
    private final Path file;
    private final ParquetReader<Group> reader;
    private @Nullable Group next;

    private FileReader(Path file, FilterCompat.Filter filter) throws IOException {
        this.file = file;
        this.reader = new Builder(file).withFilter(filter).build();
        this.next = reader.read();
    }

    static FileReader open(Path file) {
        return open(file, FilterCompat.NOOP);
    }

    static FileReader openWhere(Path file, String column, String text) {
        return open(file, FilterCompat.get(FilterApi.eq(FilterApi.binaryColumn(column), Binary.fromString(text))));
    }

    private static FileReader open(Path file, FilterCompat.Filter filter) {
        try {
            return new FileReader(file, filter);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the table " + file + ": " + e.getMessage(), e);
        }
    }

    Stream<Row> rows() {
        var rows = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(rows, false).onClose(this::close);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        Group group = next;
        if (group == null) {
            throw new NoSuchElementException("the table " + file + " has no more rows");
        }
        try {
            next = reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the table " + file, e);
        }
        if (next == null) {
            close();
        }
        return row(group);
    }

    private static Row row(Group group) {
        Row row = Row.empty();
        for (Type field : group.getType().getFields()) {
            String name = field.getName();
            PrimitiveType.PrimitiveTypeName kind = field.asPrimitiveType().getPrimitiveTypeName();
            switch (kind) {
                case INT64 -> row.and(name, group.getLong(name, 0));
                case DOUBLE -> row.and(name, group.getDouble(name, 0));
                case BINARY -> row.and(name, group.getString(name, 0));
                case INT32, BOOLEAN, FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
                    throw new IllegalArgumentException(
                            "column '" + name + "' is of type " + kind + "; tables hold text, INT64 and DOUBLE");
            }
        }
        return row;
    }

    private void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close the table " + file, e);
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
