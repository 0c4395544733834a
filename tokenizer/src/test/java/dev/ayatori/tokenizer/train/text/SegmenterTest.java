package dev.ayatori.tokenizer.train.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static List<String> segments(String text) {
        return segments(SegmentRules.defaults(), text);
    }

    private static List<String> segments(SegmentRules rules, String text) {
        List<String> segments = new ArrayList<>();
        new Segmenter(rules).cut(text, (characters, length) -> segments.add(new String(characters, 0, length)));
        return segments;
    }

    @Test
    void cutsBeforeSpacesAndWhereTheScriptChanges() {
        assertThat(segments("int foo(Bar b)")).containsExactly("int", "▁foo", "(", "Bar", "▁b", ")");
        assertThat(segments("Javaのクラスです。")).containsExactly("Java", "のクラスです", "。");
    }

    @Test
    void keepsRunsOfSpacesWithTheWordBehindThem() {
        assertThat(segments("    return x;")).containsExactly("▁▁▁▁return", "▁x", ";");
    }

    @Test
    void setsLineFeedsAndDigitsApart() {
        assertThat(segments("a\n\nb 12c")).containsExactly("a", "\n", "\n", "b", "▁", "1", "2", "c");
    }

    @Test
    void leavesCombiningMarksWithTheirLetter() {
        assertThat(segments("cafe\u0301s か\u3099ら")).containsExactly("cafe\u0301s", "▁か\u3099ら");
    }

    @Test
    void dropsWhatNoPieceMayHold() {
        assertThat(segments("a\u0000b▁c\uD800d")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void splitsOnlyWhatItIsTold() {
        assertThat(segments(new SegmentRules(false, true, true, false), "  a 12"))
                .containsExactly("▁", "▁a", "▁12");
        assertThat(segments(new SegmentRules(false, false, true, true), "東京tower 1年"))
                .containsExactly("東京tower", "▁1年");
        assertThat(segments(new SegmentRules(false, true, false, true), "ab cd 東"))
                .containsExactly("ab▁cd▁", "東");
    }

    @Test
    void tellsWhatFollowsInTheTextUnlessItIsASpaceOrTheEnd() {
        List<String> followers = new ArrayList<>();
        new Segmenter(SegmentRules.defaults())
                .cut(
                        "あa い\nう",
                        (characters, length) -> followers.add(
                                characters[length] == TextCutter.NOTHING_FOLLOWS ? "" : "" + characters[length]));
        assertThat(followers).containsExactly("a", "", "", "う", "");
    }

    @Property(tries = 200)
    void segmentsJoinedAgainAreTheText(@ForAll @StringLength(max = 50) String text) {
        StringBuilder expected = new StringBuilder();
        text.codePoints()
                .filter(c ->
                        c != 0 && c != Vocabulary.SPACE && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(c -> expected.appendCodePoint(c == ' ' ? Vocabulary.SPACE : c));
        assertThat(String.join("", segments(text))).isEqualTo(expected.toString());
    }

    @Test
    void takesSpacesOnlyInFrontOfAPieceOrAlone() {
        SegmentRules rules = SegmentRules.defaults();
        assertThat(allows(rules, "▁▁▁")).isTrue();
        assertThat(allows(rules, "▁a")).isTrue();
        assertThat(allows(rules, "▁▁a")).isFalse();
        assertThat(allows(rules, "ab")).isTrue();
        SegmentRules across = new SegmentRules(true, true, false, false);
        assertThat(allows(across, "▁▁")).isFalse();
        assertThat(allows(across, "a▁b")).isTrue();
        assertThat(allows(across, "ab▁")).isFalse();
    }

    private static boolean allows(SegmentRules rules, String text) {
        return rules.allow(text.toCharArray(), 0, text.length(), Vocabulary.SPACE);
    }
}
