package dev.ayatori.corpus.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Extraction of 989 pages of free documentation by six generators, as they were published. */
@Tag("data")
class DebianPagesTest {
    private static final int BLOCK = 512;
    private static final SortedMap<String, byte[]> PAGES = new TreeMap<>();
    private static final List<String> TEXTS = new ArrayList<>();

    @BeforeAll
    static void readsTheArchive() throws IOException {
        Path archive = Path.of(System.getProperty("ayatori.shared.data"), "web-html-debian", "dev.tar.gz");
        try (DataInputStream tar =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive))))) {
            String longName = "";
            byte[] header = tar.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                byte[] content = tar.readNBytes(Integer.parseInt(field(header, 124, 12), 8));
                tar.skipNBytes((BLOCK - content.length % BLOCK) % BLOCK);
                String folder = field(header, 345, 155);
                String shortName = (folder.isEmpty() ? "" : folder + "/") + field(header, 0, 100);
                String name = longName.isEmpty() ? shortName : longName;
                longName = header[156] == 'L' ? new String(content, StandardCharsets.UTF_8).strip() : "";
                if (header[156] == '0' && name.endsWith("html")) {
                    PAGES.put(name, content);
                }
                header = tar.readNBytes(BLOCK);
            }
        }
        PAGES.values().forEach(page -> TEXTS.add(MainContent.extract(page, "").text()));
    }

    @Test
    void findsContentOnAllPagesButIndexesAndStubs() {
        assertThat(PAGES).hasSize(989);
        assertThat(TEXTS.stream().filter(text -> text.length() >= 40)).hasSizeGreaterThan(950);
    }

    @Test
    void leavesNoLineOfNavigation() {
        assertThat(TEXTS.stream().flatMap(String::lines))
                .doesNotContain("前へ", "上に戻る", "ホーム", "Prev", "Up", "Home", "¶");
    }

    @Test
    void keepsTheJapanese() {
        long inPages = PAGES.values().stream()
                .mapToLong(page -> kana(Jsoup.parse(new String(page, StandardCharsets.UTF_8))
                        .body()
                        .text()))
                .sum();
        long kept = TEXTS.stream().mapToLong(DebianPagesTest::kana).sum();
        assertThat((double) kept / inPages).isBetween(0.8, 0.95);
    }

    /**
     * Fifty pages were read beside their extraction and found right. For each, judged-pages.txt holds the beginnings of the
     * SHA-256 of blocks that must be kept (+) and of blocks that must be dropped (-).
     */
    @Test
    void decidesOnFiftyPagesAsAReaderDid() throws IOException {
        List<String> judged;
        try (InputStream in = Objects.requireNonNull(DebianPagesTest.class.getResourceAsStream("judged-pages.txt"))) {
            judged = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(judged).hasSize(50);
        List<String> wrong = new ArrayList<>();
        int decisions = 0;
        for (String line : judged) {
            String[] parts = line.split(" ");
            Set<String> found = new HashSet<>();
            for (Block block : MainContent.extract(Objects.requireNonNull(PAGES.get(parts[0])), "")
                    .blocks()) {
                found.add((block.kept() ? "+" : "-") + hash(block.text()));
            }
            for (String decision : Arrays.copyOfRange(parts, 1, parts.length)) {
                decisions++;
                if (!found.contains(decision)) {
                    wrong.add(parts[0] + " " + decision);
                }
            }
        }
        assertThat(decisions).isGreaterThan(350);
        assertThat(wrong).hasSizeLessThanOrEqualTo(decisions / 100);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static long kana(String text) {
        return text.chars().filter(each -> each >= 0x3041 && each <= 0x30FE).count();
    }

    private static String field(byte[] header, int from, int length) {
        String text = new String(header, from, length, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
