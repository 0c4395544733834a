package dev.ayatori.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageKind;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourceList;
import dev.ayatori.corpus.source.StoredSource;
import dev.ayatori.track.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputReaderTest {
    @TempDir
    private Path run;

    private final Sink sink = new Sink();

    private static final class Sink implements PageSink {
        private final List<RawPage> pages = new ArrayList<>();
        private final List<Quarantined> quarantined = new ArrayList<>();

        @Override
        public void page(RawPage page) {
            pages.add(page);
        }

        @Override
        public void quarantined(Quarantined page) {
            quarantined.add(page);
        }

        private List<String> uris() {
            return pages.stream().map(RawPage::uri).toList();
        }
    }

    @Test
    void readsPagesInOrderOfTheirPathsWhateverTheOrderInTheJar() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("b/Z.html", bytes("z"));
        entries.put("a/A.java", bytes("class A {}"));
        entries.put("notes.txt", bytes("n"));
        store("maven:g:a:1:javadoc", "x.jar", zip(entries));
        read();
        assertThat(sink.uris())
                .containsExactly(
                        "maven:g:a:1:javadoc!/a/A.java",
                        "maven:g:a:1:javadoc!/b/Z.html",
                        "maven:g:a:1:javadoc!/notes.txt");
        assertThat(sink.pages).extracting(RawPage::kind).containsExactly(PageKind.CODE, PageKind.HTML, PageKind.TEXT);
        assertThat(((PageContent.Bytes) sink.pages.getFirst().content()).bytes())
                .isEqualTo(bytes("class A {}"));
        assertThat(sink.pages.getFirst().licence()).isEqualTo("MIT");
    }

    @Test
    void leavesOutWhatIsNoPage() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : List.of("META-INF/x.html", "a/B.class", "a/package-info.java", "logo.png", "element-list")) {
            entries.put(name, bytes("x"));
        }
        store("maven:g:a:1:sources", "x.jar", zip(entries));
        read();
        assertThat(sink.pages).isEmpty();
        assertThat(sink.quarantined).isEmpty();
    }

    @Test
    void quarantinesNamesThatLeadOutside() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : List.of("../evil.html", "a/../../evil.html", "/etc/evil.html", "C:\\evil.html")) {
            entries.put(name, bytes("x"));
        }
        entries.put("good.html", bytes("x"));
        store("file:x.jar", "x.jar", zip(entries));
        read();
        assertThat(sink.uris()).containsExactly("file:x.jar!/good.html");
        assertThat(sink.quarantined).hasSize(4);
    }

    @Test
    void quarantinesAPageLargerThanAnyPage() throws IOException {
        store("file:x.jar", "x.jar", zip(Map.of("bomb.html", new byte[PageReader.LARGEST + 1])));
        read();
        assertThat(sink.pages).isEmpty();
        assertThat(sink.quarantined.getFirst().reason()).contains("larger than");
    }

    @Test
    void readsGzippedPagesAndQuarantinesBrokenOnes() throws IOException {
        byte[] gzip = gzip(bytes("<p>" + "text".repeat(100)));
        Path folder = Files.createDirectories(run.resolve("files/pages"));
        Files.write(folder.resolve("a.html.gz"), gzip);
        Files.write(folder.resolve("b.html.gz"), Arrays.copyOf(gzip, gzip.length / 2));
        Files.write(folder.resolve("c.html.gz"), bytes("no gzip"));
        list(new StoredSource("file:pages", "own", "MIT", "", "", "pages", 1, "", ReadSettings.defaults()));
        read();
        assertThat(sink.uris()).containsExactly("file:pages!/a.html.gz");
        assertThat(sink.quarantined)
                .extracting(Quarantined::uri)
                .containsExactly("file:pages!/b.html.gz", "file:pages!/c.html.gz");
    }

    @Test
    void quarantinesAnEntryWithDamagedBytesAndReadsTheOthers() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.html", bytes("<p>" + "first page".repeat(300)));
        entries.put("b.html", bytes("<p>second page"));
        byte[] jar = zip(entries);
        int data = 30 + "a.html".length();
        Arrays.fill(jar, data, data + 8, (byte) 0xff);
        store("file:x.jar", "x.jar", jar);
        read();
        assertThat(sink.uris()).containsExactly("file:x.jar!/b.html");
        assertThat(sink.quarantined.getFirst().uri()).isEqualTo("file:x.jar!/a.html");
    }

    @Test
    void quarantinesAJarThatIsTruncated() throws IOException {
        byte[] jar = zip(Map.of("a.html", bytes("text")));
        store("maven:g:a:1:javadoc", "x.jar", Arrays.copyOf(jar, jar.length - 30));
        read();
        assertThat(sink.pages).isEmpty();
        assertThat(sink.quarantined).extracting(Quarantined::file).containsExactly("maven:g:a:1:javadoc");
    }

    private void read() {
        InputFiles.list(run).forEach(file -> InputReader.read(file, sink));
    }

    private void store(String uri, String file, byte[] content) throws IOException {
        Files.createDirectories(run.resolve("files"));
        Files.write(run.resolve("files").resolve(file), content);
        list(new StoredSource(uri, "own", "MIT", "", "2024-01-01", file, content.length, "", ReadSettings.defaults()));
    }

    private void list(StoredSource source) {
        Json.write(run.resolve("sources.json"), new SourceList(List.of(source)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
