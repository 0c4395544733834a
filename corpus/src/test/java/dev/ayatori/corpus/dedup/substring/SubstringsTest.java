package dev.ayatori.corpus.dedup.substring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.dedup.Cut;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubstringsTest {
    @TempDir
    private Path folder = Path.of("");

    /** The characters of a text from a place on, without a copy of them. */
    private record Window(String text, int from, int length) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Window window && text.regionMatches(from, window.text, window.from, length);
        }

        @Override
        public int hashCode() {
            return CharBuffer.wrap(text, from, from + length).hashCode();
        }
    }

    /** The definition: windows that were seen before, in the order of the texts, and the characters that they cover. */
    private static List<List<Cut>> bruteForce(List<String> texts, int window) {
        Set<Window> seen = new HashSet<>();
        List<List<Cut>> all = new ArrayList<>();
        for (String text : texts) {
            BitSet copied = new BitSet();
            for (int i = 0; i + window <= text.length(); i++) {
                if (!seen.add(new Window(text, i, window))) {
                    copied.set(i, i + window);
                }
            }
            all.add(runs(copied, text));
        }
        return all;
    }

    private static List<Cut> runs(BitSet copied, String text) {
        List<Cut> cuts = new ArrayList<>();
        for (int from = copied.nextSetBit(0); from >= 0; ) {
            int to = copied.nextClearBit(from);
            int low = from > 0 && Character.isSurrogatePair(text.charAt(from - 1), text.charAt(from)) ? 1 : 0;
            int high = to < text.length() && Character.isSurrogatePair(text.charAt(to - 1), text.charAt(to)) ? 1 : 0;
            cuts.add(new Cut(Cut.Why.SUBSTRING, from + low, to - high));
            from = copied.nextSetBit(to);
        }
        return cuts;
    }

    private static List<List<Cut>> found(List<String> texts, int window, int partitions, int parts) throws Exception {
        Path work = Files.createTempDirectory("substrings");
        try {
            return new Searched(work, window, partitions, parts, 1).copies(texts);
        } finally {
            delete(work);
        }
    }

    private static void delete(Path work) throws IOException {
        try (var files = Files.list(work)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }

    /** Texts of few letters, periods, pairs of surrogates, and pieces of the texts before them. */
    private static List<String> texts(Random random, int count) {
        String[] letters = {"a", "b", "c", "糸", "\uD842\uDFB7", "\uD842\uDFB8"};
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(5); piece >= 0; piece--) {
                int used = 1 + random.nextInt(letters.length);
                String period = random.ints(1 + random.nextInt(40), 0, used)
                        .mapToObj(letter -> letters[letter])
                        .collect(Collectors.joining());
                String old = texts.isEmpty() ? "" : texts.get(random.nextInt(texts.size()));
                int from = old.isEmpty() ? 0 : random.nextInt(old.length());
                text.append(period.repeat(1 + random.nextInt(4) * random.nextInt(4)))
                        .append(old, from, Math.min(old.length(), from + random.nextInt(100)));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @Property(tries = 60)
    void findsWhatBruteForceFinds(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int window) throws Exception {
        Random random = new Random(seed);
        List<String> texts = texts(random, 1 + random.nextInt(40));
        assertThat(found(texts, window, 1 + random.nextInt(4), 1 + random.nextInt(5)))
                .isEqualTo(bruteForce(texts, window));
    }

    @Test
    void findsLongWindowsWhoseAnchorsHaveMoreThanAStretchHolds() throws Exception {
        Random random = new Random(3);
        String text = random.ints(4000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        List<String> texts = List.of(text, text.substring(1000, 2500) + "0" + text.substring(2400), text.substring(7));
        assertThat(found(texts, 900, 2, 3)).isEqualTo(bruteForce(texts, 900));
    }

    @Test
    void findsCopiesAcrossTheRowsInWhichALongTextIsRead() throws Exception {
        Random random = new Random(4);
        String text = random.ints(60_000, 0x4E00, 0x4E00 + 500)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        List<String> texts = List.of(text, "前置き" + text, text.substring(40_000) + text.substring(100, 30_000));
        List<List<Cut>> found = found(texts, 40, 3, 2);
        assertThat(found).isEqualTo(bruteForce(texts, 40));
        assertThat(found.get(1)).containsExactly(new Cut(Cut.Why.SUBSTRING, 3, 60_003));
    }

    @Test
    void writesDownPeriodicTextsInAFewRecords() throws Exception {
        String text = "あやとりの糸".repeat(50_000);
        assertThat(new Searched(folder, 50, 1, 1, 1 << 20).copies(List.of(text, text)))
                .containsExactly(
                        List.of(new Cut(Cut.Why.SUBSTRING, 6, text.length())),
                        List.of(new Cut(Cut.Why.SUBSTRING, 0, text.length())));
        assertThat(Files.size(folder.resolve("anchors0.0"))).isLessThan(10_000);
    }

    @Test
    void comparesManyContextsOfOnePhraseInLittleMemory() throws Exception {
        String phrase = "この文章は多くの頁の終わりに同じ形で立っているものとする".repeat(2);
        Random random = new Random(5);
        List<String> texts = IntStream.range(0, 300)
                .mapToObj(i -> random.nextInt(100) + phrase + "第" + random.nextInt(100) + "版とその後に続く言葉")
                .toList();
        assertThat(found(texts, 60, 2, 2)).isEqualTo(bruteForce(texts, 60));
    }

    @Test
    @Tag("full")
    void findsWhatBruteForceFindsInFiveMegabytes() throws Exception {
        List<String> texts = new BenchTexts(7).nearCopies(5_000_000);
        assertThat(texts.stream().mapToLong(String::length).sum()).isGreaterThan(5_000_000 / 3);
        List<List<Cut>> expected = bruteForce(texts, 200);
        assertThat(expected).anyMatch(cuts -> !cuts.isEmpty());
        assertThat(found(texts, 200, 3, 8)).isEqualTo(expected);
    }

    @Test
    void leavesWhatRemainsOnLinesOfItsOwn() {
        List<Cut> cuts = List.of(new Cut(Cut.Why.SUBSTRING, 3, 6), new Cut(Cut.Why.PASSAGE, 5, 8));
        assertThat(Cut.remains("one456789 two", cuts)).isEqualTo("one\n9 two");
        assertThat(Cut.remains("one\n56789 two", cuts)).isEqualTo("one\n9 two");
        assertThat(Cut.remains("one", List.of(new Cut(Cut.Why.SUBSTRING, 0, 3))))
                .isEmpty();
    }
}
