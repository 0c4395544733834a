package dev.ayatori.corpus.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes one Parquet file. */
final class FileWriter implements AutoCloseable {
    private final Path file;
    private final List<Column> columns;
    private final MessageType schema;
    private final ParquetWriter<Group> writer;

    FileWriter(Path file, List<Column> columns) {
        this.file = file;
        this.columns = columns;
        this.schema =
                new MessageType("table", columns.stream().map(FileWriter::field).toList());
        try {
            this.writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withConf(new PlainParquetConfiguration())
                    .withType(schema)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("could not create " + file, e);
        }
    }

    private static Type field(Column column) {
        return switch (column.kind()) {
            case TEXT ->
                Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case NUMBER -> Types.required(PrimitiveTypeName.INT64).named(column.name());
            case DECIMAL -> Types.required(PrimitiveTypeName.DOUBLE).named(column.name());
        };
    }

    void write(Row row) {
        Group group = new SimpleGroup(schema);
        for (Column column : columns) {
            switch (column.kind()) {
                case TEXT -> group.append(column.name(), whole(row.text(column.name()), column));
                case NUMBER -> group.append(column.name(), row.number(column.name()));
                case DECIMAL -> group.append(column.name(), row.decimal(column.name()));
            }
        }
        try {
            writer.write(group);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Half a surrogate pair has no UTF-8: written as it is it would silently come back as a question mark. */
    private String whole(String text, Column column) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    throw new IllegalArgumentException("column '" + column.name() + "' of " + file
                            + ": the text holds half a surrogate pair at offset " + i
                            + "; replace it by U+FFFD before writing");
                }
                i++;
            }
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
