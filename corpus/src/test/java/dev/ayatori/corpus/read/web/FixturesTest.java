package dev.ayatori.corpus.read.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.extract.MainContent;
import dev.ayatori.corpus.page.Collected;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@Tag("data")
class FixturesTest {
    private static final Path DATA = Path.of(System.getProperty("ayatori.shared.data"));

    private static Collected read(String file) {
        Collected found = new Collected();
        Format format = file.contains(".arc") ? Format.ARC : Format.WARC;
        InputReader.read(Collected.file(DATA.resolve(file), format), found);
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "example.warc, 1, 0, http://example.com/, 1270",
        "example.warc.gz, 1, 0, http://example.com/, 1270",
        "example.arc, 1, 0, http://example.com/, 1270",
        "example.arc.gz, 1, 0, http://example.com/, 1270",
        "example-iana.org-chunked.warc, 1, 0, http://www.iana.org/, 7223",
        "example-bad-non-chunked.warc.gz, 1, 0, http://example.com/, 1270",
        "example-bad.warc.gz.bad, 1, 0, http://example.com?example=1, 1270",
        "example-resource.warc.gz, 1, 0, http://example.com/, 1303",
        "example-wget-bad-target-uri.warc.gz, 1, 0, http://example.com/, 1270",
        "example-digest.warc, 0, 0, , 0",
        "post-test.warc.gz, 0, 0, , 0",
        "example-space-in-target-uri.warc.gz, 0, 0, , 0",
        "example-trunc.warc, 0, 1, , 0",
        "example-wrong-chunks.warc.gz, 0, 1, , 0",
        "example-space-in-url.arc, 0, 1, , 0",
        "bad.arc, 0, 3, , 0",
    })
    void readsTheFilesOfWarcio(String file, int pages, int quarantined, String uri, int bytes) {
        Collected found = read("web-warc-warcio/test/data/" + file);
        assertThat(found.pages).as(found.uris().toString()).hasSize(pages);
        assertThat(found.quarantined).as(found.quarantined.toString()).hasSize(quarantined);
        assertThat(found.quarantined).extracting(Quarantined::reason).noneMatch(String::isBlank);
        if (pages == 1) {
            assertThat(found.uris()).containsExactly(uri);
            assertThat(found.bytes(0)).hasSize(bytes);
        }
    }

    @Test
    void readsACaptureOfCommonCrawlAndItsExtractedText() {
        assertThat(read("web-warc-jwarc/test-resources/org/netpreserve/jwarc/cc.warc.gz")
                        .bytes(0))
                .hasSize(20_289);
        assertThat(read("web-warc-whirlwind/whirlwind.warc.gz").bytes(0))
                .isEqualTo(read("web-warc-whirlwind/whirlwind.warc").bytes(0));
        Collected wet = read("web-warc-whirlwind/whirlwind.warc.wet.gz");
        assertThat(wet.uris()).containsExactly("https://an.wikipedia.org/wiki/Escopete");
        assertThat(wet.texts().getFirst().getBytes(StandardCharsets.UTF_8)).hasSize(4456);
        assertThat(read("web-warc-jwarc/test-resources/org/netpreserve/jwarc/gzip_extra_sl.warc.gz").quarantined)
                .isEmpty();
    }

    @Test
    void readsEveryPageOfTheAssembledCrawlAsItsTruthSays() throws IOException {
        List<RawPage> pages = read("web-warc-debian/dev.warc.gz").pages;
        List<String> truth = Files.readAllLines(DATA.resolve("web-warc-debian/dev.expected.jsonl"));
        Map<String, byte[]> originals = originals();
        Map<String, String> byUri = new HashMap<>();
        int duplicates = 0;
        assertThat(pages).hasSameSizeAs(truth);
        assertThat(pages).extracting(page -> page.place().text()).doesNotHaveDuplicates();
        for (int i = 0; i < truth.size(); i++) {
            JsonNode expected = new ObjectMapper().readTree(truth.get(i));
            RawPage page = pages.get(i);
            PageContent.Bytes content = (PageContent.Bytes) page.content();
            String charset =
                    MainContent.extract(content.bytes(), content.charset()).charset();
            assertThat(page.uri()).isEqualTo(expected.get("uri").asString());
            assertThat(name(charset))
                    .as(page.uri())
                    .isEqualTo(expected.get("charset").asString());
            String html = comparable(new String(content.bytes(), Charset.forName(charset)));
            byUri.put(page.uri(), html);
            if (expected.has("duplicate_of")) {
                duplicates++;
                assertThat(html)
                        .isEqualTo(byUri.get(expected.get("duplicate_of").asString()));
            } else {
                byte[] original = originals.get(expected.get("source").asString());
                assertThat(html).as(page.uri()).isEqualTo(comparable(new String(original, StandardCharsets.UTF_8)));
            }
        }
        assertThat(duplicates).isEqualTo(10);
    }

    /**
     * Pages that were encoded anew name their new encoding, and refer by number to what it lacks; browsers, and we, read
     * the wave dash of Shift_JIS as the full-width tilde.
     */
    private static String comparable(String html) {
        String anyCharset =
                html.replaceAll("(?i)(charset|encoding)=[\"']?[\\w-]+", "").replace('～', '〜');
        return Pattern.compile("&#(\\d+);")
                .matcher(anyCharset)
                .replaceAll(reference ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(reference.group(1)))));
    }

    private static String name(String charset) {
        return switch (charset) {
            case "windows-31j" -> "shift_jis";
            case "EUC-JP" -> "euc_jp";
            default -> charset.toLowerCase(Locale.ROOT);
        };
    }

    private static Map<String, byte[]> originals() throws IOException {
        Map<String, byte[]> pages = new HashMap<>();
        try (var tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(Files.newInputStream(DATA.resolve("web-html-debian/dev.tar.gz"))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                pages.put(entry.getName(), tar.readAllBytes());
            }
        }
        return pages;
    }
}
