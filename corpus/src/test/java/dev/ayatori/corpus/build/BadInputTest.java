package dev.ayatori.corpus.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job over files damaged in every way known: it ends well, and every record is in one place. */
class BadInputTest {
    private static final String PROSE = "一本の糸を両手の指に掛け、取ったり外したりして、橋や川や星の形を作ります。" + "形には名前があり、土地ごとに違う名前で呼ばれています。";

    @TempDir
    private Path folder;

    private Path bad = Path.of("");

    private static byte[] record(String text) {
        return ("{\"text\":\"" + text + "\"}\n").getBytes(UTF_8);
    }

    private static byte[] prose(int number) {
        return record((PROSE + number + "番の話です。").repeat(3));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] response(String html, int more) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
        int length = http.getBytes(UTF_8).length + more;
        return ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/" + length
                        + "\r\nContent-Length: " + length + "\r\n\r\n" + http + "\r\n\r\n")
                .getBytes(UTF_8);
    }

    private void write(String name, byte[]... content) throws IOException {
        Files.write(bad.resolve(name), join(content));
    }

    private void writeAll() throws IOException {
        bad = Files.createDirectories(folder.resolve("bad"));
        StringBuilder many = new StringBuilder();
        for (int i = 100; i < 400; i++) {
            many.append(new String(prose(i * 7919), UTF_8));
        }
        byte[] lines = many.toString().getBytes(UTF_8);
        byte[] gzip = gzip(lines);
        write("truncated.jsonl.gz", Arrays.copyOf(gzip, gzip.length / 2));
        byte[] zstd = Zstd.compress(lines);
        write("truncated.jsonl.zst", Arrays.copyOf(zstd, zstd.length / 2));
        byte[] wrong = gzip(prose(1));
        wrong[wrong.length - 7] ^= 1;
        write("checksum.jsonl.gz", wrong);
        byte[] invalid = prose(2);
        invalid[20] = (byte) 0xFF;
        write("utf8.jsonl", invalid, prose(3));
        write("nul.jsonl", record("NUL \\u0000"), prose(4), record("NUL \0"));
        write("surrogates.jsonl", record("half \\udc00"), prose(5));
        write("field.jsonl", "{\"body\":\"no text\"}\n".getBytes(UTF_8), prose(6));
        write("empty.jsonl");
        write("empty.warc.gz");
        write("empty.html");
        write("length.warc", response("<p>" + PROSE, 0), response("<p>x", 5), response("<p>" + PROSE + "二つ目。", 0));
        write("bomb.html.gz", gzip(new byte[64 << 20]));
        String deep = "<div>".repeat(100_000) + PROSE.repeat(3);
        write("deep.html", deep.getBytes(UTF_8));
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(bad.resolve("line.jsonl.zst")))) {
            byte[] piece = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 500; i++) {
                out.write(piece);
            }
            out.write('\n');
            out.write(prose(7));
        }
    }

    private Artifact build(CorpusSettings settings, String name) throws Exception {
        var sources = new SourcesSettings(
                List.of(), List.of(new FileCollection("bad", "CC0-1.0", bad.toString(), "", ReadSettings.defaults())));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), name)) {
            Resources resources = new Resources(2, folder.resolve("cache"));
            run.produce(new FetchSources(sources), resources, Progress.silent());
            return run.produce(new BuildCorpus(settings), resources, Progress.silent())
                    .artifact();
        }
    }

    @Test
    void endsWellWithEveryRecordInOnePlace() throws Exception {
        writeAll();
        Artifact artifact = build(CorpusSettings.defaults(), "one");
        CorpusStatistics statistics = Corpus.open(artifact).statistics();
        List<Quarantined> quarantined = Files.readAllLines(artifact.folder().resolve("quarantine.jsonl")).stream()
                .map(line -> Json.parse(line, Quarantined.class))
                .toList();
        assertThat(quarantined).allSatisfy(page -> {
            assertThat(page.file()).startsWith("file:").contains("!/");
            assertThat(page.reason()).isNotBlank();
        });
        Map<String, Long> byFile = quarantined.stream()
                .collect(Collectors.groupingBy(
                        page -> page.file().substring(page.file().lastIndexOf('/') + 1),
                        TreeMap::new,
                        Collectors.counting()));
        assertThat(byFile)
                .isEqualTo(new TreeMap<>(Map.of(
                        "truncated.jsonl.gz", 1L,
                        "truncated.jsonl.zst", 1L,
                        "checksum.jsonl.gz", 1L,
                        "utf8.jsonl", 1L,
                        "nul.jsonl", 2L,
                        "surrogates.jsonl", 1L,
                        "field.jsonl", 1L,
                        "length.warc", 1L,
                        "bomb.html.gz", 1L,
                        "line.jsonl.zst", 1L)));
        long removed = statistics.removed().values().stream()
                .mapToLong(tally -> tally.documents())
                .sum();
        assertThat(statistics.read().documents()).isEqualTo(statistics.kept().documents() + removed);
        assertThat(statistics.quarantined()).isEqualTo(quarantined.size());
        assertThat(statistics.kept().documents()).isGreaterThan(4);
        assertThat(build(CorpusSettings.defaults(), "two").contentHash()).isEqualTo(artifact.contentHash());
    }

    @Test
    void isAnErrorWhenAskedToBeStrict() throws Exception {
        bad = Files.createDirectories(folder.resolve("bad"));
        write("field.jsonl", prose(1), "{\"body\":1}\n".getBytes(UTF_8));
        assertThatThrownBy(() -> build(CorpusSettings.defaults().strictly(), "strict"))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("field.jsonl")
                .hasMessageContaining("byte " + prose(1).length);
    }

    @Test
    void refusesAFileByItselfWhoseNameTellsNoFormat() throws Exception {
        Path tar = Files.write(folder.resolve("pages.tar.gz"), gzip(prose(1)));
        bad = tar;
        assertThatThrownBy(() -> build(CorpusSettings.defaults(), "tar"))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("pages.tar.gz cannot be read: its name tells no format; unpack it");
    }
}
