package dev.ayatori.corpus.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.Random;
import org.assertj.core.api.AbstractDoubleAssert;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static AbstractDoubleAssert<?> value(Filter filter, String text) {
        return assertThat(filter.measure(TextView.of(text)));
    }

    @Test
    void measuresTheQualityRulesOfGopher() {
        value(GopherQuality.SPACED.words(ANY), "one two\nthree").isEqualTo(3);
        value(GopherQuality.SPACED.meanWordLength(ANY), "a bbb").isEqualTo(2);
        value(GopherQuality.SPACED.symbols(ANY), "# one… two... three").isEqualTo(3 / 4.0);
        value(GopherQuality.bulletLines(ANY), "- a\n・い\n\nb\nc").isEqualTo(0.5);
        value(GopherQuality.ellipsisLines(ANY), "more...\nand so on…\nend.\nend")
                .isEqualTo(0.5);
        value(GopherQuality.SPACED.alphabeticWords(ANY), "a 1 b2 --").isEqualTo(0.5);
        value(GopherQuality.SPACED.stopWords(GopherQuality.ENGLISH, ANY), "The end of the thread and of")
                .isEqualTo(3);
    }

    @Test
    void measuresTheRepetitionRulesOfGopher() {
        value(GopherRepetition.duplicateLines(ANY), "a\nb\n\na\n a\n").isEqualTo(0.5);
        value(GopherRepetition.duplicateParagraphs(ANY), "a\nb\n\na\nb\n\n\nc").isEqualTo(1 / 3.0, within(1e-12));
        value(GopherRepetition.duplicateLineCharacters(ANY), "aaaa\nbb\naaaa").isEqualTo(0.4);
        value(GopherRepetition.SPACED.topWords(2, ANY), "a b a b c d").isEqualTo(6 / 11.0);
        value(GopherRepetition.SPACED.topWords(2, ANY), "a b c d").isEqualTo(0);
    }

    @Test
    void measuresRepeatedCharacterRuns() {
        value(new CharacterRepetition(10, ANY), "あ".repeat(100)).isEqualTo(1);
        value(new CharacterRepetition(10, ANY), "いろはにほへとちりぬるをわかよたれそつねならむ").isEqualTo(0);
        value(new CharacterRepetition(10, ANY), "short").isEqualTo(0);
    }

    @Test
    void measuresHowSmallDeflateMakesAText() {
        value(new Compression(ANY), "糸".repeat(5000)).isLessThan(0.01);
        var random = new Random(1);
        var noise = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            noise.append((char) (0x4e00 + random.nextInt(5000)));
        }
        value(new Compression(ANY), noise.toString()).isBetween(0.6, 1.0);
        value(new Compression(ANY), "").isEqualTo(0);
    }

    @Test
    void measuresJapanese() {
        value(JapaneseText.characters(ANY), "あ い\n𠮷").isEqualTo(3);
        value(JapaneseText.hiragana(ANY), "あいアa。").isEqualTo(0.5);
        value(JapaneseText.katakana(ANY), "あいアa。").isEqualTo(0.25);
        value(JapaneseText.meanSentence(ANY), "四文字。\n五文字だ。続き").isEqualTo(11 / 3.0, within(1e-12));
    }

    @Test
    void measuresCode() {
        value(StackCode.longestLine(ANY), "a\nbbb\n").isEqualTo(3);
        value(StackCode.meanLine(ANY), "a\nbbb").isEqualTo(2);
        value(Listing.numberedLines(ANY), "001 a\n002 b\nc\n\nd").isEqualTo(0.5);
        value(StackCode.alphanumeric(ANY), "ab{}").isEqualTo(0.5);
    }

    @Test
    void everyFilterOfEveryPresetHoldsOnNothing() {
        for (Preset preset : Preset.values()) {
            for (String language : new String[] {"ja", "en", "code"}) {
                for (Filter filter : preset.filters(language, Lists.NONE)) {
                    assertThat(filter.judge(TextView.of("")).value()).isNotEqualTo("NaN");
                }
            }
        }
    }

    @Test
    void boundsReadAsPeopleWriteThem() {
        assertThat(Bounds.atLeast(3).text()).isEqualTo(">= 3");
        assertThat(Bounds.atMost(0.16).text()).isEqualTo("<= 0.16");
        assertThat(new Bounds(0.3, 0.7).text()).isEqualTo("0.3 .. 0.7");
        for (Bounds bounds :
                new Bounds[] {Bounds.atLeast(3), Bounds.atMost(0.16), Bounds.below(0.33), new Bounds(-1, 0.7)}) {
            assertThat(Bounds.parse(bounds.text())).isEqualTo(bounds);
        }
        assertThat(Bounds.below(0.33).text()).isEqualTo("< 0.33");
        assertThat(Bounds.below(0.33).hold(0.33)).isFalse();
        assertThat(Bounds.number(1 / 3.0)).isEqualTo("0.3333");
        assertThat(Bounds.atMost(0.2).hold(0.2)).isTrue();
        assertThat(Bounds.atMost(0.2).hold(0.2001)).isFalse();
    }
}
