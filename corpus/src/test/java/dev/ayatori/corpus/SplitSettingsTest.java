package dev.ayatori.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitSettingsTest {
    private static final SplitSettings THREE_PER_CENT = new SplitSettings(0.03, 1, SplitSettings.By.DOCUMENT);

    @Test
    void holdsOutAShareOfAllDocumentsByTheirIdAlone() {
        long held = IntStream.range(0, 20_000)
                .filter(i -> THREE_PER_CENT.holdsOut(Document.idOf("uri:" + i)))
                .count();
        assertThat(held).isBetween(520L, 680L);
    }

    @Test
    void keepsWhatIsHeldOutWhenTheShareGrows() {
        SplitSettings more = new SplitSettings(0.05, 1, SplitSettings.By.DOCUMENT);
        assertThat(IntStream.range(0, 5_000)
                        .mapToObj(i -> Document.idOf("uri:" + i))
                        .filter(THREE_PER_CENT::holdsOut))
                .allMatch(more::holdsOut);
    }

    @Test
    void holdsOutOthersForAnotherSeed() {
        SplitSettings other = new SplitSettings(0.03, 2, SplitSettings.By.DOCUMENT);
        assertThat(IntStream.range(0, 5_000)
                        .mapToObj(i -> Document.idOf("uri:" + i))
                        .filter(THREE_PER_CENT::holdsOut))
                .anyMatch(id -> !other.holdsOut(id));
    }
}
