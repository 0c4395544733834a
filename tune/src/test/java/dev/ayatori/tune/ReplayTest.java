package dev.ayatori.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.pretrain.data.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {

    /** A text whose token is its own place. */
    private static final Replay REPLAY =
            new Replay(1_000, (into, first) -> Arrays.setAll(into, i -> (int) first + i), 10);

    @Test
    void givesTheWantedShareOfAllSequences() {
        assertThat(REPLAY.beside(30, 0.25)).hasSize(10);
        assertThat(REPLAY.beside(30, 0)).isEmpty();
    }

    @Test
    void readsWholeWindowsSpreadOverTheText() {
        List<Sequence> windows = REPLAY.beside(12, 0.25);
        assertThat(windows).extracting(window -> window.tokens()[0]).containsExactly(0, 250, 500, 750);
        assertThat(windows.getLast().tokens())
                .containsExactly(IntStream.range(750, 760).toArray());
    }

    @Test
    void countsEveryTokenThatHasOneBeforeIt() {
        boolean[] counted = REPLAY.beside(3, 0.25).getFirst().counted();
        assertThat(counted[0]).isFalse();
        assertThat(IntStream.range(1, 10)).allMatch(i -> counted[i]);
    }

    @Test
    void readsNoWindowTwice() {
        assertThat(REPLAY.beside(1_000, 0.5)).hasSize(100);
    }
}
