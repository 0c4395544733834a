package dev.ayatori.corpus.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanTest {
    @Test
    void tidiesWhiteSpaceAndNothingElse() {
        assertThat(TextCleaner.clean("\n\n  字下げ\u3000\t\r\nnext \n\n\n\n\n\nend\n\n"))
                .isEqualTo("  字下げ\nnext\n\n\nend");
        assertThat(TextCleaner.clean("\tif (a) {\n\n\t}")).isEqualTo("\tif (a) {\n\n\t}");
    }

    @Test
    void replacesHalfSurrogatePairsAndDropsInvisibleCharacters() {
        assertThat(TextCleaner.clean("\ufeffa\ud83eb\u0007 c\u200bd \ud83e\uddf6\udddd"))
                .isEqualTo("a\uFFFDb cd \ud83e\uddf6\uFFFD");
    }

    @Property(tries = 500)
    void cleaningTwiceChangesNothing(@ForAll String text) {
        String clean = TextCleaner.clean(text);
        assertThat(TextCleaner.clean(clean)).isEqualTo(clean);
    }

    @Test
    void findsLinesThatStandInNearlyEveryPage() {
        var lines = new RepeatedLines(new RepeatedLineSettings(0.8, 10, 20));
        for (int page = 0; page < 20; page++) {
            lines.add("Skip navigation\n\nSkip navigation\npage " + page + (page % 2 == 0 ? "\neven" : "")
                    + "\na line that is too long to be boilerplate");
        }
        assertThat(lines.boilerplate()).containsOnlyKeys("Skip navigation").containsValue(20L);
    }

    @Test
    void leavesSmallCollectionsAlone() {
        var lines = new RepeatedLines(new RepeatedLineSettings(0.8, 10, 20));
        for (int page = 0; page < 9; page++) {
            lines.add("Skip navigation");
        }
        assertThat(lines.boilerplate()).isEmpty();
    }

    @Test
    void takesRepeatedLinesOut() {
        assertThat(RepeatedLines.remove("a\n  Skip\nb", Set.of("Skip"))).isEqualTo("a\nb");
    }
}
