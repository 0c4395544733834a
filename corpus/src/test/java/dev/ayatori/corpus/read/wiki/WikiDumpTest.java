package dev.ayatori.corpus.read.wiki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.page.Collected;
import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WikiDumpTest {
    private static final String HEAD = "<mediawiki><siteinfo><base>https://wiki.example/wiki/Main</base></siteinfo>\n";

    @TempDir
    private Path folder;

    private static String page(int id, String namespace, String text) {
        return "<page><title>題 %d &amp; x</title><ns>%s</ns><id>%d</id><revision><id>7</id>"
                        .formatted(id, namespace, id)
                + "<timestamp>2023-07-20T00:00:00Z</timestamp><model>wikitext</model>"
                + "<text bytes=\"1\" xml:space=\"preserve\">" + text + "</text></revision></page>\n";
    }

    private static byte[] bzip2(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream bzip2 = new BZip2CompressorOutputStream(out, 1)) {
            bzip2.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private Collected read(Path path, long begin, long end) {
        InputFile whole = Collected.file(path, Format.WIKI);
        Collected found = new Collected();
        InputReader.read(
                new InputFile(whole.path(), whole.uri(), "own", "MIT", "", whole.reading(), begin, end), found);
        return found;
    }

    @Test
    void readsArticlesWithTheirAddress() throws IOException {
        String redirect = page(2, "0", "#REDIRECT [[題 1]]").replace("<id>2", "<redirect title=\"題 1\" /><id>2");
        Path file = Files.writeString(
                folder.resolve("a.xml"),
                HEAD
                        + page(1, "0", "&lt;b&gt;茶&lt;/b&gt; &amp;amp; 水")
                        + redirect
                        + page(3, "10", "型")
                        + page(4, "0", ""));
        Collected found = read(file, 0, Files.size(file));
        assertThat(found.texts()).containsExactly("茶 & 水");
        RawPage page = found.pages.getFirst();
        assertThat(page.uri()).isEqualTo("https://wiki.example/wiki/題_1_&_x");
        assertThat(page.place().text()).isEqualTo("file:a.xml!/1");
        assertThat(page.date()).isEqualTo("2023-07-20");
        assertThat(found.quarantined)
                .singleElement()
                .satisfies(it -> assertThat(it.uri()).endsWith("!/4"));
    }

    @Test
    void partsTogetherHoldEveryPageOnceWhereverTheyAreCut() throws IOException {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        dump.write(bzip2(HEAD));
        StringBuilder pages = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            pages.append(page(i, "0", "text " + i));
        }
        // Streams end anywhere, also inside of tags.
        for (int from = 0; from < pages.length(); from += 501) {
            dump.write(bzip2(pages.substring(from, Math.min(pages.length(), from + 501))));
        }
        Path file = Files.write(folder.resolve("a.xml.bz2"), dump.toByteArray());
        long size = Files.size(file);
        List<String> whole = read(file, 0, size).texts();
        assertThat(whole).hasSize(60);
        for (long part : new long[] {97, 400, 1111, size - 1}) {
            Collected parts = new Collected();
            for (long begin = 0; begin < size; begin += part) {
                Collected found = read(file, begin, Math.min(size, begin + part));
                parts.pages.addAll(found.pages);
                parts.quarantined.addAll(found.quarantined);
            }
            assertThat(parts.texts()).as("parts of %d", part).isEqualTo(whole);
            assertThat(parts.quarantined).isEmpty();
        }
    }

    @Test
    void readsOnBehindADamagedStream() throws IOException {
        byte[] first = bzip2(HEAD + page(1, "0", "一"));
        byte[] damaged = bzip2(page(2, "0", "二"));
        damaged[20] ^= 0x55;
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        for (byte[] stream : List.of(first, damaged, bzip2(page(3, "0", "三")))) {
            dump.write(stream);
        }
        Path file = Files.write(folder.resolve("a.xml.bz2"), dump.toByteArray());
        Collected found = read(file, 0, Files.size(file));
        assertThat(found.texts()).containsExactly("一", "三");
        assertThat(found.quarantined)
                .singleElement()
                .satisfies(it -> assertThat(it.offset()).isEqualTo(first.length));
    }
}
