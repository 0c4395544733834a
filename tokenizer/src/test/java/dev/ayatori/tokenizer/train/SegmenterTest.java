package dev.ayatori.tokenizer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        new Segmenter(true).segments(text, segments::add);
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
    void takesSpacesOnlyInFrontOfAPieceOrAlone() {
        assertThat(isPiece("▁▁▁")).isTrue();
        assertThat(isPiece("▁a")).isTrue();
        assertThat(isPiece("▁▁a")).isFalse();
        assertThat(isPiece("ab")).isTrue();
    }

    private static boolean isPiece(String text) {
        int[] codePoints = text.codePoints().toArray();
        return Segmenter.isPiece(codePoints, 0, codePoints.length);
    }
}
