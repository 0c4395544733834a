package dev.ayatori.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.filter.rule.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static String excerpt(String text, Passage... passages) {
        Html html = new Html();
        Excerpt.write(html, text, List.of(passages));
        return html.toString();
    }

    @Test
    void marksPassagesAndEscapesTheRest() {
        assertThat(excerpt("a <b>  word\nand word", new Passage(7, 11), new Passage(16, 20)))
                .isEqualTo("a &lt;b&gt; <mark>word</mark> and <mark>word</mark>");
    }

    @Test
    void showsTheBeginningWhenThereIsNothingToMark() {
        assertThat(excerpt("あ".repeat(400))).isEqualTo("あ".repeat(320) + " …");
        assertThat(excerpt("short")).isEqualTo("short");
        assertThat(excerpt("")).isEmpty();
    }

    @Test
    void showsWhatStandsAroundALatePassage() {
        String text = "x".repeat(1000) + "語" + "y".repeat(1000);
        assertThat(excerpt(text, new Passage(1000, 1001)))
                .isEqualTo("… " + "x".repeat(80) + "<mark>語</mark>" + "y".repeat(239) + " …");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "𠮷".repeat(600);
        assertThat(excerpt(text, new Passage(1000, 1002)).codePoints())
                .doesNotContain((int) '\u2423')
                .contains(0x20BB7);
        assertThat(excerpt("z" + text, new Passage(1001, 1003)).codePoints()).doesNotContain((int) '\u2423');
    }

    @Test
    void passesOverPassagesThatBeginInAnother() {
        assertThat(excerpt("abcdef", new Passage(1, 4), new Passage(2, 3), new Passage(4, 5)))
                .isEqualTo("a<mark>bcd</mark><mark>e</mark>f");
    }
}
