package dev.ayatori.corpus.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases at and around each threshold of LLM-jp's corpus v1, and its strict variant, from the published rules. */
class LlmJpTest {
    private static final Lists LISTS = new Lists(new TreeMap<>(Map.of(
            "advertising", List.of("特売", "送料無料"),
            "adult", List.of("赤札", "アカ"),
            "discrimination", List.of("青札", "アオ"),
            "violence", List.of("黒札", "クロ"))));

    private static boolean kept(Preset preset, String filter, String text) {
        return kept(preset, filter, TextView.of(text));
    }

    private static boolean kept(Preset preset, String filter, TextView view) {
        Filter found = preset.filters("ja", LISTS).stream()
                .filter(each -> each.name().equals(filter))
                .findFirst()
                .orElseThrow();
        return !found.applies(view) || found.judge(view).kept();
    }

    @Test
    void decidesInThePublishedOrder() {
        assertThat(Preset.LLM_JP_V1.filters("ja", LISTS))
                .extracting(Filter::name)
                .containsExactly(
                        "opt-out",
                        "valid-domain",
                        "visible-characters",
                        "kana-at-start",
                        "advertising-words",
                        "adult-words",
                        "discrimination-words",
                        "violence-words",
                        "characters-per-kuten",
                        "compression");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example.jp/x, true",
        "http://a.example.COM:8080/x, true",
        "https://a.example.de/, false",
        "https://ja.wikipedia.org/wiki/x, false",
        "http://ja.wikipedia.org/wiki/x, true",
        "https://en.wikipedia.org/wiki/x, true",
        "https://a.example.com/全角 x?y=z.de, true",
        "https://user@a.example.tokyo/x, true",
        "file:a.jsonl!/1, true",
    })
    void takesTheValidDomains(String uri, boolean kept) {
        TextView view = TextView.of("x", new TextView.About(uri, "", new TreeMap<>()));
        assertThat(kept(Preset.LLM_JP_V1, "valid-domain", view)).isEqualTo(kept);
    }

    @Test
    void takesWhatIsNotEmpty() {
        assertThat(kept(Preset.LLM_JP_V1, "visible-characters", " \n\u3000\t")).isFalse();
        assertThat(kept(Preset.LLM_JP_V1, "visible-characters", " x ")).isTrue();
    }

    @Test
    void looksForKanaAmongTheFirstFiftyCharacters() {
        assertThat(kept(Preset.LLM_JP_V1, "kana-at-start", "漢".repeat(49) + "あ"))
                .isTrue();
        assertThat(kept(Preset.LLM_JP_V1, "kana-at-start", "漢".repeat(50) + "あ"))
                .isFalse();
        assertThat(kept(Preset.LLM_JP_V1, "kana-at-start", "𠮷".repeat(49) + "ン"))
                .isTrue();
        assertThat(kept(Preset.LLM_JP_V1, "kana-at-start", "ヴー漢字")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"LLM_JP_V1, 3", "LLM_JP_V1_STRICT, 2"})
    void allowsAFewWordsOfEachList(Preset preset, int most) {
        for (String[] list : new String[][] {
            {"adult-words", "赤札", "アカ"}, {"discrimination-words", "青札", "アオ"}, {"violence-words", "黒札", "クロ"}
        }) {
            assertThat(kept(preset, list[0], list[1].repeat(most))).isTrue();
            assertThat(kept(preset, list[0], list[1].repeat(most + 1))).isFalse();
            assertThat(kept(preset, list[0], (list[2] + "。").repeat(most + 1))).isFalse();
            // Katakana that touch are another word.
            assertThat(kept(preset, list[0], (list[2] + "ー。" + "ン" + list[2]).repeat(most + 1)))
                    .isTrue();
        }
        assertThat(kept(preset, "advertising-words", "特売".repeat(10))).isTrue();
        assertThat(kept(preset, "advertising-words", "特売".repeat(11))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"LLM_JP_V1, 250", "LLM_JP_V1_STRICT, 80"})
    void wantsAFullStopOftenEnough(Preset preset, int most) {
        assertThat(kept(preset, "characters-per-kuten", "あ".repeat(most - 1) + "。"))
                .isTrue();
        assertThat(kept(preset, "characters-per-kuten", "あ".repeat(most) + "。")).isFalse();
        assertThat(kept(preset, "characters-per-kuten", "𠮷".repeat(2 * most - 2) + "。。"))
                .isTrue();
        assertThat(kept(preset, "characters-per-kuten", "あ")).isFalse();
        assertThat(kept(preset, "characters-per-kuten", "")).isTrue();
    }

    @Test
    void wantsTextThatCompressesAsProseDoes() {
        Filter usual = new Compression(new Bounds(0.3, 0.7));
        // zlib.compress(level=9) of CPython gives 12 bytes for these 30.
        assertThat(usual.measure(TextView.of("ab".repeat(15)))).isEqualTo(12 / 30.0);
        assertThat(new Bounds(0.375, 0.7).hold(0.375)).isTrue();
        assertThat(new Bounds(0.375, 0.7).hold(0.3749)).isFalse();
        assertThat(usual.judge(TextView.of("あ".repeat(1000))).kept()).isFalse();
    }

    @Test
    void dropsOnlyBooks3OfThePile() {
        for (String part : new String[] {"Books3", "Pile-CC"}) {
            var metadata = new TreeMap<>(Map.of("meta.pile_set_name", part));
            TextView view = TextView.of("text", new TextView.About("", "", metadata));
            assertThat(Preset.PILE.filters("en", Lists.NONE).stream()
                            .allMatch(filter ->
                                    !filter.applies(view) || filter.judge(view).kept()))
                    .isEqualTo(!part.equals("Books3"));
        }
    }

    @Test
    void judgesCodeByWhatTheStackCounted() {
        var metadata = new TreeMap<>(
                Map.of("ext", "py", "max_line_length", "1000", "avg_line_length", "100", "alphanum_fraction", "0.25"));
        Lists lists = new Lists(new TreeMap<>(Map.of("code-extensions", List.of("py", "Makefile"))));
        assertThat(code(lists, metadata)).isTrue();
        for (String[] worse : new String[][] {
            {"ext", "exe"}, {"max_line_length", "1001"}, {"avg_line_length", "100.01"}, {"alphanum_fraction", "0.2499"}
        }) {
            var changed = new TreeMap<>(metadata);
            changed.put(worse[0], worse[1]);
            assertThat(code(lists, changed)).as(worse[0]).isFalse();
        }
    }

    private static boolean code(Lists lists, TreeMap<String, String> metadata) {
        TextView view = TextView.of("x = 1\n", new TextView.About("", "", metadata));
        return Preset.STACK.filters("code", lists).stream()
                .allMatch(filter -> !filter.applies(view) || filter.judge(view).kept());
    }

    @Property(tries = 300)
    void countsWordsAsTheRegularExpressionDoes(@ForAll long seed) {
        Random random = new Random(seed);
        String alphabet = "アイ漢字xー";
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            words.add(text(random, alphabet, 1 + random.nextInt(4)));
        }
        words.add("漢");
        words.add("ア");
        String text = text(random, alphabet, random.nextInt(60));
        assertThat(new Keywords(words, true).count(text.toCharArray())).isEqualTo(count(pattern(words), text));
        String plain = String.join("|", words.stream().map(Pattern::quote).toList());
        assertThat(new Keywords(words, false).count(text.toCharArray())).isEqualTo(count(plain, text));
    }

    private static String pattern(List<String> words) {
        List<String> katakana = words.stream()
                .filter(word -> word.matches("[ァ-ヴー]+"))
                .map(Pattern::quote)
                .toList();
        List<String> others = words.stream()
                .filter(word -> !word.matches("[ァ-ヴー]+"))
                .map(Pattern::quote)
                .toList();
        return String.join("|", others) + "|(?<![ァ-ヴー])(" + String.join("|", katakana) + ")(?![ァ-ヴー])";
    }

    private static int count(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
