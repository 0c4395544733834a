package dev.ayatori.corpus.read.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.ayatori.corpus.page.Collected;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.Format;
import dev.ayatori.corpus.source.ReadSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
    @TempDir
    private Path folder;

    private Collected read(String name, byte[] content, ReadSettings reading) throws IOException {
        Collected found = new Collected();
        InputReader.read(Collected.file(Files.write(folder.resolve(name), content), reading), found);
        return found;
    }

    private Collected read(String name, String content) throws IOException {
        return read(name, content.getBytes(UTF_8), ReadSettings.defaults());
    }

    private static ReadSettings fields(String text, String uri, String... metadata) {
        return new ReadSettings(Format.AUTO, text, uri, "timestamp", List.of(metadata), "", "");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void readsWhateverCompressionTheFileHas() throws IOException {
        byte[] lines = "{\"text\":\"一\"}\n\n{\"text\":\"二\",\"url\":\"http://a.example/\"}".getBytes(UTF_8);
        ByteArrayOutputStream bzip2 = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(bzip2)) {
            out.write(lines);
        }
        for (Map.Entry<String, byte[]> file : Map.of(
                        "a.jsonl", lines,
                        "a.jsonl.gz", gzip(lines),
                        "a.json.zst", Zstd.compress(lines),
                        "a.ndjson.bz2", bzip2.toByteArray())
                .entrySet()) {
            Collected found = read(file.getKey(), file.getValue(), ReadSettings.defaults());
            assertThat(found.texts()).as(file.getKey()).containsExactly("一", "二");
            assertThat(found.uris()).containsExactly("file:" + file.getKey() + "!/1", "http://a.example/");
            assertThat(found.pages.getLast().place().offset()).isEqualTo(lines.length - 40);
        }
    }

    @Test
    void readsTheFieldsOfThePublishedCollections() throws IOException {
        String mc4 = "{\"text\":\"本文\",\"timestamp\":\"2019-04-25T12:57:54Z\",\"url\":\"https://a.example/1\"}";
        assertThat(read("a.jsonl", mc4.getBytes(UTF_8), fields("text", "url"))
                        .pages
                        .getFirst())
                .satisfies(page -> assertThat(page.date()).isEqualTo("2019-04-25"));
        String pile = "{\"text\":\"t\",\"meta\":{\"pile_set_name\":\"Books3\",\"more\":[1,2]}}";
        assertThat(read("b.jsonl", pile.getBytes(UTF_8), fields("text", "url", "meta.pile_set_name", "meta.more"))
                        .pages
                        .getFirst()
                        .metadata())
                .isEqualTo(Map.of("meta.pile_set_name", "Books3", "meta.more", "1,2"));
        String refined =
                "{\"content\":\"c\",\"url\":\"https://a.example/2\",\"max_line_length\":17,\"x\":{\"y\":[{}]}}";
        Collected found = read("c.jsonl", refined.getBytes(UTF_8), fields("content", "url", "max_line_length"));
        assertThat(found.texts()).containsExactly("c");
        assertThat(found.pages.getFirst().metadata()).containsEntry("max_line_length", "17");
    }

    @Test
    void quarantinesEachBadRecordWithItsPlaceAndReadsTheOthers() throws IOException {
        List<String> lines = List.of(
                "{\"text\":\"good\"}",
                "{\"body\":\"no text field\"}",
                "{\"text\":null}",
                "{\"text\":\"unfinished",
                "[1]",
                "{\"text\":\"NUL \\u0000\"}",
                "{\"text\":\"half \\ud800 pair\"}",
                "{\"text\":\"two\"}{\"text\":\"in one line\"}",
                "{\"text\":\"NUL \0\"}",
                "{\"text\":\"also good \\ud83c\\udf75\"}");
        Collected found = read("a.jsonl", String.join("\n", lines));
        assertThat(found.texts()).containsExactly("good", "also good 🍵");
        assertThat(found.quarantined).hasSize(8);
        assertThat(found.quarantined.getFirst())
                .satisfies(it -> assertThat(it.offset()).isEqualTo(16))
                .satisfies(it -> assertThat(it.uri()).isEqualTo("file:a.jsonl!/2"))
                .satisfies(it -> assertThat(it.reason()).contains("\"text\""));
        assertThat(found.quarantined).extracting(Quarantined::reason).anyMatch(it -> it.contains("surrogate"));
    }

    @Test
    void quarantinesInvalidUtf8() throws IOException {
        byte[] line = "{\"text\":\"x\"}\n{\"text\":\"ok\"}\n".getBytes(UTF_8);
        line[9] = (byte) 0xE3;
        Collected found = read("a.jsonl", line, ReadSettings.defaults());
        assertThat(found.texts()).containsExactly("ok");
        assertThat(found.quarantined)
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("UTF-8"));
    }

    @Test
    void keepsWhatStandsBeforeDamage() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"text\":\"")
                    .append(Integer.toHexString(i * 0x9E3779B9))
                    .append("\"}\n");
        }
        byte[] content = lines.toString().getBytes(UTF_8);
        byte[] gzip = gzip(content);
        byte[] zstd = Zstd.compress(content);
        for (byte[] half : List.of(Arrays.copyOf(gzip, gzip.length / 2), Arrays.copyOf(zstd, zstd.length / 2))) {
            Collected found = read("a.jsonl", half, ReadSettings.defaults());
            assertThat(found.pages).hasSizeBetween(100, 19_999);
            assertThat(found.quarantined).hasSize(1);
            assertThat(found.quarantined.getFirst().offset()).isPositive();
        }
        gzip[gzip.length - 5] ^= 1;
        Collected wrong = read("a.jsonl.gz", gzip, ReadSettings.defaults());
        assertThat(wrong.quarantined)
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("CRC-32"));
    }

    @Test
    void readsParquetWithNestedFieldsAndQuarantinesDamage() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message stack { optional binary content (UTF8); required int64 size; required double rate;"
                        + " optional group meta { required binary ext (UTF8); } }");
        Path file = folder.resolve("a.parquet");
        SimpleGroupFactory rows = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            Group row = rows.newGroup()
                    .append("content", "int x;")
                    .append("size", 6L)
                    .append("rate", 0.5);
            row.addGroup("meta").append("ext", "c");
            writer.write(row);
            writer.write(rows.newGroup().append("size", 0L).append("rate", 0.0));
        }
        Collected found = new Collected();
        InputReader.read(Collected.file(file, fields("content", "", "meta.ext", "size", "rate")), found);
        assertThat(found.texts()).containsExactly("int x;");
        assertThat(found.pages.getFirst().metadata()).isEqualTo(Map.of("meta.ext", "c", "size", "6", "rate", "0.5"));
        assertThat(found.quarantined).extracting(Quarantined::uri).containsExactly("file:a.parquet!/2");
        byte[] bytes = Files.readAllBytes(file);
        Collected broken = read("b.parquet", Arrays.copyOf(bytes, bytes.length / 2), fields("content", ""));
        assertThat(broken.pages).isEmpty();
        assertThat(broken.quarantined).hasSize(1);
    }
}
