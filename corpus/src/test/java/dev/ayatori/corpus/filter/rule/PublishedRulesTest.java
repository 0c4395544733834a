package dev.ayatori.corpus.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Cases of HojiChar's, FineWeb's, C4's, Swallow's and Gopher's rules at their thresholds; counts by brute force. */
class PublishedRulesTest {
    private static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static boolean kept(Preset preset, String language, String name, String text) {
        return preset.filters(language, Lists.NONE).stream()
                .filter(filter -> filter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .judge(TextView.of(text))
                .kept();
    }

    @Test
    void decidesAsHojiCharAtItsThresholds() {
        Preset hojiChar = Preset.HOJICHAR;
        assertThat(kept(hojiChar, "ja", "longest-run", "あ".repeat(199))).isTrue();
        assertThat(kept(hojiChar, "ja", "longest-run", "い" + "あ".repeat(200))).isFalse();
        assertThat(kept(hojiChar, "ja", "board-words", "投稿".repeat(14))).isTrue();
        assertThat(kept(hojiChar, "ja", "board-words", "投稿".repeat(15))).isFalse();
        assertThat(kept(hojiChar, "ja", "special-characters", "!".repeat(2) + "字".repeat(3)))
                .isTrue();
        assertThat(kept(hojiChar, "ja", "special-characters", "!".repeat(3) + "字".repeat(4)))
                .isFalse();
        assertThat(kept(hojiChar, "ja", "ending-ellipses", "字…\n".repeat(7) + "字\n".repeat(3)))
                .isTrue();
        assertThat(kept(hojiChar, "ja", "ending-ellipses", "字...\n".repeat(8) + "字\n".repeat(3)))
                .isFalse();
        assertThat(kept(hojiChar, "ja", "short-lines-10", "字".repeat(11) + "\n" + "字".repeat(10)))
                .isTrue();
        assertThat(kept(hojiChar, "ja", "short-lines-10", "字".repeat(11) + "\n\n" + "字".repeat(10)))
                .isFalse();
        assertThat(kept(hojiChar, "ja", "characters-per-kuten", "あ".repeat(99) + "。"))
                .isTrue();
        assertThat(kept(hojiChar, "ja", "characters-per-kuten", "あ".repeat(100) + "。"))
                .isFalse();
    }

    @Test
    void countsBoardWordsAsThePatternDoes() {
        Pattern pattern = Pattern.compile("\\d{4}[年\\.\\-\\/][\\ ]*\\d{1,2}[月\\.\\-\\/][\\ ]*\\d{1,2}[日]*|コメント|SOLD OUT"
                + "|レビュー|投稿|ページ|\\([月火水木金土日]\\)|質問|\\d+話|楽天市場|-");
        Random random = new Random(3);
        String[] parts = {
            "2019", "年", "12", "月", "3", "日", " ", "-", "/", ".", "話", "(火)", "(", "コメント", "コメ", "SOLD OUT", "質問", "20"
        };
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 12; k++) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            assertThat(BoardWords.count(text.toString())).as(text.toString()).isEqualTo((int)
                    pattern.matcher(text).results().count());
        }
    }

    @Property(tries = 100)
    void countsRepeatedRunsAsBruteForceDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < random.nextInt(80); i++) {
            words.add("abcde".substring(0, 1 + random.nextInt(3)));
        }
        TextView view = TextView.of(String.join(" ", words));
        for (int n = 2; n <= 6; n++) {
            Map<String, Integer> counts = new HashMap<>();
            String top = "";
            for (int i = 0; i + n <= words.size(); i++) {
                String gram = String.join(" ", words.subList(i, i + n));
                int count = counts.merge(gram, 1, Integer::sum);
                top = count > 1 && count > counts.getOrDefault(top, 1) ? gram : top;
            }
            double expected = Measured.share(
                    (double) top.length() * counts.getOrDefault(top, 0),
                    view.text().length());
            assertThat(GopherRepetition.SPACED.topWords(n, ANY).measure(view)).isCloseTo(expected, within(1e-12));
            Set<List<String>> seen = new HashSet<>();
            long repeated = 0;
            int i = 0;
            while (i + n <= words.size()) {
                List<String> gram = words.subList(i, i + n);
                boolean again = !seen.add(gram);
                repeated += again ? String.join("", gram).length() : 0;
                i += again ? n : 1;
            }
            assertThat(GopherRepetition.SPACED.repeatedWords(n, ANY).measure(view))
                    .isCloseTo(Measured.share(repeated, view.text().length()), within(1e-12));
        }
    }

    @Test
    void measuresTheCharacterRepetitionOfBigScience() {
        // 5-grams of abcabcabc: abcab x2, bcabc x2, cabca x1: the sqrt(3) = 1 most frequent has 2 of 5.
        assertThat(HojiChar.characterRepetition(ANY).measure(TextView.of("abcabcabc")))
                .isEqualTo(0.4);
        assertThat(kept(Preset.HOJICHAR, "ja", "hojichar-character-repetition", "あいうえお".repeat(30)))
                .isFalse();
    }

    @Test
    void decidesAsFineWebAtItsThresholds() {
        Preset fineWeb = Preset.FINEWEB2_JA;
        assertThat(kept(fineWeb, "en", "punctuated-lines", "x.\n" + "x\n".repeat(7)))
                .isTrue();
        assertThat(kept(fineWeb, "en", "punctuated-lines", "x.\n" + "x\n".repeat(8)))
                .isFalse();
        assertThat(kept(fineWeb, "ja", "punctuated-lines", "字。\n" + "字\n".repeat(4)))
                .isTrue();
        assertThat(kept(fineWeb, "ja", "punctuated-lines", "字。\n" + "字\n".repeat(5)))
                .isFalse();
        assertThat(kept(fineWeb, "en", "short-lines-30", "x".repeat(31) + "\n" + "x\n".repeat(2)))
                .isTrue();
        assertThat(kept(fineWeb, "en", "short-lines-30", "x".repeat(31) + "\n" + "x\n".repeat(3)))
                .isFalse();
        assertThat(kept(fineWeb, "en", "line-feeds-per-word", "a b c d e f g\nh\ni\nj"))
                .isTrue();
        assertThat(kept(fineWeb, "en", "line-feeds-per-word", "a b c d e\nf\ng\nh\ni"))
                .isFalse();
        assertThat(FineWeb.duplicateCharacters(ANY).measure(TextView.of("ab\ncd\nab\n\n")))
                .isEqualTo(1 / 3.0);
        assertThat(kept(fineWeb, "ja", "mean-word-length", "漢字である漢字")).isTrue();
    }

    @Test
    void countsTheSentencesOfC4() {
        String kept = "This line has words. It ends well.";
        assertThat(C4.sentences(ANY).measure(TextView.of(kept))).isEqualTo(2);
        for (String dropped : List.of(
                "No end at all here",
                "Too short.",
                "Please enable Javascript to go on.",
                "Read our privacy policy here please.",
                "It trails off into nothing...")) {
            assertThat(C4.sentences(ANY).measure(TextView.of(dropped)))
                    .as(dropped)
                    .isZero();
        }
        assertThat(C4.curlyBrackets().judge(TextView.of("a { b")).kept()).isFalse();
        assertThat(C4.loremIpsum().judge(TextView.of("Lorem Ipsum dolor")).kept())
                .isFalse();
    }

    @Test
    void decidesAsSwallowAtItsThresholds() {
        Preset swallow = Preset.SWALLOW_V1;
        assertThat(kept(swallow, "ja", "characters", "字".repeat(400))).isTrue();
        assertThat(kept(swallow, "ja", "characters", "字".repeat(399))).isFalse();
        assertThat(kept(swallow, "ja", "hiragana", "あ字字字字")).isTrue();
        assertThat(kept(swallow, "ja", "hiragana", "あ字字字字字")).isFalse();
        assertThat(kept(swallow, "ja", "katakana", "ア字")).isTrue();
        assertThat(kept(swallow, "ja", "katakana", "アア字")).isFalse();
        assertThat(kept(swallow, "ja", "japanese", "字ab字")).isTrue();
        assertThat(kept(swallow, "ja", "japanese", "字abc字")).isFalse();
        assertThat(kept(swallow, "ja", "mean-sentence", "あ".repeat(89) + "。")).isTrue();
        assertThat(kept(swallow, "ja", "mean-sentence", "あ".repeat(90) + "。")).isFalse();
        assertThat(kept(swallow, "ja", "mean-sentence", "あ".repeat(18) + "。")).isFalse();
        assertThat(kept(swallow, "ja", "longest-sentence", "あ".repeat(200))).isTrue();
        assertThat(kept(swallow, "ja", "longest-sentence", "あ".repeat(201))).isFalse();
        assertThat(kept(swallow, "ja", "ellipsis-sentences", "あ…。" + "い。".repeat(4)))
                .isTrue();
        assertThat(kept(swallow, "ja", "ellipsis-sentences", "あ…。" + "い。".repeat(3)))
                .isFalse();
    }

    @Test
    void obeysTheWishesAndListsThatRecipesName() {
        Lists lists = new Lists(new TreeMap<>(Map.of(
                "blocked-domains",
                List.of("bad.example"),
                "address-words",
                List.of("casino"),
                "soft-address-words",
                List.of("win", "cash"),
                "blocked-addresses",
                List.of("https://c.example/x"),
                "licences",
                List.of("MIT"))));
        assertThat(policy(lists, "https://a.bad.example/", Map.of())).containsExactly("blocked-domain");
        assertThat(policy(lists, "https://notbad.example/", Map.of())).isEmpty();
        assertThat(policy(lists, "https://x.example/casino-win", Map.of())).containsExactly("address-words");
        assertThat(policy(lists, "https://x.example/win/cash", Map.of())).containsExactly("soft-address-words");
        assertThat(policy(lists, "https://c.example/x", Map.of())).containsExactly("blocked-address");
        assertThat(policy(lists, "https://x.example/", Map.of("robots", "index, noai")))
                .containsExactly("opt-out");
        assertThat(policy(lists, "https://x.example/", Map.of("robots", "noindex")))
                .isEmpty();
    }

    private static List<String> policy(Lists lists, String uri, Map<String, String> metadata) {
        TextView view = TextView.of("x", new TextView.About(uri, "MIT", new TreeMap<>(metadata)));
        return Policy.of(lists).stream()
                .filter(filter -> filter.applies(view) && !filter.judge(view).kept())
                .map(Filter::name)
                .toList();
    }
}
