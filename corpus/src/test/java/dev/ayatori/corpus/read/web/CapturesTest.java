package dev.ayatori.corpus.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.ayatori.corpus.page.Collected;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.read.stream.Limits;
import dev.ayatori.corpus.source.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {
    private static final String HTML = "Content-Type: text/html; charset=utf-8\r\n";

    @TempDir
    private Path folder;

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] http(String headers, byte[] body) {
        return join(("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(UTF_8), body);
    }

    private static byte[] response(String uri, byte[] block, int announced) {
        String header = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + uri
                + "\r\nWARC-Date: 2025-03-04T05:06:07Z\r\nContent-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + announced + "\r\n\r\n";
        return join(header.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
    }

    private static byte[] page(String uri, String text) {
        byte[] block = http(HTML, ("<p>" + text).getBytes(UTF_8));
        return response(uri, block, block.length);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private Collected read(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Collected found = new Collected();
        InputReader.read(Collected.file(file, Format.AUTO), found);
        return found;
    }

    @Test
    void readsPlainGzipAndZstdAlike() throws IOException {
        byte[] first = page("http://a.example/1", "一");
        byte[] second = page("http://a.example/2", "二");
        byte[] withDictionary = join(new byte[] {0x5D, 0x2A, 0x4D, 0x18, 8, 0, 0, 0}, "no frame".getBytes(UTF_8));
        Collected plain = read("a.warc", join(first, second));
        assertThat(plain.uris()).containsExactly("http://a.example/1", "http://a.example/2");
        assertThat(new String(plain.bytes(1), UTF_8)).isEqualTo("<p>二");
        assertThat(plain.pages.getFirst().date()).isEqualTo("2025-03-04");
        assertThat(plain.pages.getFirst().kind()).isEqualTo(PageKind.HTML);
        for (Collected other : List.of(
                read("b.warc.gz", join(gzip(first), gzip(second))),
                read("c.warc.gz", gzip(join(first, second))),
                read("d.warc.zst", join(Zstd.compress(first), Zstd.compress(second))))) {
            assertThat(other.uris()).isEqualTo(plain.uris());
            assertThat(other.bytes(1)).isEqualTo(plain.bytes(1));
            assertThat(other.quarantined).isEmpty();
        }
        assertThat(withDictionary).hasSize(16);
    }

    @Test
    void namesEachRecordByTheOffsetOfItsMember() throws IOException {
        byte[] first = gzip(page("http://a.example/1", "一"));
        byte[] second = gzip(page("http://a.example/1", "again"));
        Collected found = read("a.warc.gz", join(first, second));
        assertThat(found.pages)
                .extracting(page -> page.place().text())
                .containsExactly("file:a.warc.gz!/0", "file:a.warc.gz!/" + first.length);
        assertThat(found.uris()).containsExactly("http://a.example/1", "http://a.example/1");
    }

    @Test
    void quarantinesAMemberWithAWrongChecksumAndReadsOn() throws IOException {
        byte[] first = gzip(page("http://a.example/1", "一"));
        byte[] broken = gzip(page("http://a.example/2", "二"));
        broken[broken.length - 6] ^= 1;
        Collected found = read("a.warc.gz", join(first, broken, gzip(page("http://a.example/3", "三"))));
        assertThat(found.uris()).containsExactly("http://a.example/1", "http://a.example/3");
        assertThat(found.quarantined).singleElement().satisfies(damage -> {
            assertThat(damage.offset()).isEqualTo(first.length);
            assertThat(damage.file()).isEqualTo("file:a.warc.gz");
            assertThat(damage.reason()).contains("CRC-32");
        });
    }

    @Test
    void quarantinesDamagedAndTruncatedMembersAndReadsOn() throws IOException {
        byte[] first = gzip(page("http://a.example/1", "text ".repeat(2000) + Math.random()));
        byte[] half = Arrays.copyOf(first, first.length / 2);
        byte[] damaged = first.clone();
        Arrays.fill(damaged, 30, 40, (byte) 0xFF);
        byte[] last = gzip(page("http://a.example/3", "三"));
        Collected found = read("a.warc.gz", join(half, damaged, last, half));
        assertThat(found.uris()).containsExactly("http://a.example/3");
        assertThat(found.quarantined)
                .extracting(Quarantined::offset)
                .contains(0L)
                .hasSizeBetween(2, 3);
        assertThat(found.quarantined.getLast().reason()).contains("ends inside");
    }

    @Test
    void quarantinesRecordsWithAWrongLengthAndReadsOn() throws IOException {
        byte[] block = http(HTML, "<p>page".getBytes(UTF_8));
        byte[] good = page("http://a.example/good", "good");
        for (int announced : new int[] {block.length - 3, block.length + 9, block.length + 60}) {
            byte[] wrong = response("http://a.example/wrong", block, announced);
            Collected plain = read("a.warc", join(good, wrong, good));
            assertThat(plain.uris()).as("%d in plain", announced).hasSize(2).doesNotContain("http://a.example/wrong");
            assertThat(plain.quarantined).singleElement().satisfies(damage -> {
                assertThat(damage.offset()).isEqualTo(good.length);
                assertThat(damage.reason()).contains("Content-Length");
            });
            Collected members = read("a.warc.gz", join(gzip(good), gzip(wrong), gzip(good)));
            assertThat(members.uris()).hasSize(2).doesNotContain("http://a.example/wrong");
            assertThat(members.quarantined).hasSize(1);
        }
        byte[] noNumber = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n".getBytes(UTF_8);
        Collected found = read("b.warc", join(noNumber, good));
        assertThat(found.uris()).hasSize(1);
        assertThat(found.quarantined).hasSize(1);
    }

    @Test
    void undoesChunksAndContentEncodingsWhereTheyAreThere() throws IOException {
        byte[] html = "<p>page".getBytes(UTF_8);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(html);
        }
        byte[] chunked = "4\r\n<p>p\r\n3;x=y\r\nage\r\n0\r\n\r\n".getBytes(UTF_8);
        List<byte[]> blocks = List.of(
                http(HTML, html),
                http(HTML + "Content-Encoding: gzip\r\n", gzip(html)),
                http(HTML + "Content-Encoding: gzip\r\n", html),
                http(HTML + "Content-Encoding: deflate\r\n", deflated.toByteArray()),
                http(HTML + "Content-Encoding: zstd\r\n", Zstd.compress(html)),
                http(HTML + "Content-Encoding: br\r\n", html),
                http(HTML + "Transfer-Encoding: chunked\r\n", chunked),
                http(HTML + "Transfer-Encoding: chunked\r\n", html));
        for (byte[] block : blocks) {
            Collected found = read("a.warc", response("http://a.example/", block, block.length));
            assertThat(new String(found.bytes(0), UTF_8)).isEqualTo("<p>page");
        }
    }

    @Test
    void quarantinesABombAndAnUnknownEncoding() throws IOException {
        byte[] bomb = http(HTML + "Content-Encoding: gzip\r\n", gzip(new byte[Limits.RECORD + 1]));
        byte[] unknown = http(HTML + "Content-Encoding: br\r\n", new byte[] {1, 2, 3});
        Collected found = read(
                "a.warc",
                join(
                        response("http://a.example/1", bomb, bomb.length),
                        response("http://a.example/2", unknown, unknown.length),
                        page("http://a.example/3", "三")));
        assertThat(found.uris()).containsExactly("http://a.example/3");
        assertThat(found.quarantined).hasSize(2);
        byte[] large = http(HTML, new byte[Limits.RECORD]);
        Collected second = read(
                "b.warc.gz",
                join(gzip(response("http://a.example/1", large, large.length)), gzip(page("http://a.example/3", "三"))));
        assertThat(second.uris()).containsExactly("http://a.example/3");
        assertThat(second.quarantined)
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("larger"));
    }

    @Test
    void takesOnlyAnsweredPages() throws IOException {
        byte[] missing = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no".getBytes(UTF_8);
        byte[] image = http("Content-Type: image/png\r\n", new byte[] {1});
        byte[] robots = http(HTML + "X-Robots-Tag: NoAI\r\n", "<p>x".getBytes(UTF_8));
        Collected found = read(
                "a.warc",
                join(
                        response("http://a.example/1", missing, missing.length),
                        response("http://a.example/2", image, image.length),
                        response("http://a.example/3", robots, robots.length)));
        assertThat(found.uris()).containsExactly("http://a.example/3");
        assertThat(found.pages.getFirst().metadata()).containsEntry("robots", "noai");
        assertThat(found.quarantined).isEmpty();
    }

    @Test
    void readsArcWithSpacesInAddresses() throws IOException {
        byte[] block = http(HTML, "<p>old".getBytes(UTF_8));
        String head = "filedesc://x.arc 0.0.0.0 20010203040506 text/plain 0\n\n"
                + "http://a.example/a b 1.2.3.4 20010203040506 text/html " + block.length + "\n";
        Collected found = read("a.arc.gz", gzip(join(head.getBytes(UTF_8), block, new byte[] {'\n'})));
        assertThat(found.uris()).containsExactly("http://a.example/a%20b");
        assertThat(found.pages.getFirst().date()).isEqualTo("2001-02-03");
    }

    @Test
    void anEmptyFileHoldsNothingAndAMissingOneIsQuarantined() throws IOException {
        Collected empty = read("a.warc.gz", new byte[0]);
        assertThat(empty.pages).isEmpty();
        assertThat(empty.quarantined).isEmpty();
        Path file = Files.createDirectories(folder.resolve("b.warc"));
        Collected unreadable = new Collected();
        InputReader.read(Collected.file(file, Format.AUTO), unreadable);
        assertThat(unreadable.quarantined)
                .singleElement()
                .satisfies(it -> assertThat(it.file()).isEqualTo("file:b.warc"));
    }
}
