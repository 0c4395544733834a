package dev.ayatori.corpus.clean;

import static org.assertj.core.api.Assertions.assertThat;

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
    void hashesEachShortLineOnceByItsGroup() {
        var hashes = new LineHashes(new RepeatedLineSettings(0.8, 10, 20));
        String text = "Skip navigation\n\n  Skip navigation\npage\na line that is too long to be boilerplate";
        assertThat(hashes.of(text, 3)).containsExactly(LineHashes.of(3, "Skip navigation"), LineHashes.of(3, "page"));
        assertThat(hashes.of(text, 4)).allMatch(hash -> LineHashes.group(hash) == 4);
    }

    @Test
    void leavesSmallCollectionsAlone() {
        var settings = new RepeatedLineSettings(0.8, 10, 20);
        assertThat(settings.repeated(9, 9)).isFalse();
        assertThat(settings.repeated(10, 10)).isTrue();
        assertThat(settings.repeated(80, 100)).isFalse();
        assertThat(new RepeatedLineSettings(1, 10, 20).any()).isFalse();
    }
}
