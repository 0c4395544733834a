package dev.ayatori.track.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.track.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now = 5;

    @Test
    void tellsHowMuchHowFastAndHowLong() {
        Progress progress = new LineProgress(out, true, () -> now);
        progress.start("tokenizing", 6000, "documents");
        now += 4 * SECOND;
        progress.advance(1200);
        assertThat(printed()).endsWith("\r\033[K  tokenizing  1,200/6,000 documents  20%  300/s  0:16 left");
    }

    @Test
    void tellsHowItGoesAtTheEndOfTheLine() {
        Progress progress = new LineProgress(out, true, () -> now);
        progress.start("training", 10, "steps");
        now += 4 * SECOND;
        progress.status("loss 3.1");
        progress.advance(1);
        assertThat(printed()).endsWith("\r\033[K  training  1/10 steps  10%  0.25/s  0:36 left  loss 3.1");
        progress.start("validating", 1, "sets");
        assertThat(printed()).endsWith("0%");
    }

    @Test
    void renewsTheLiveLineNotTooOften() {
        Progress progress = new LineProgress(out, true, () -> now);
        progress.start("reading", 0, "pages");
        for (int i = 0; i < 1000; i++) {
            now += SECOND / 1000;
            progress.advance(1);
        }
        assertThat(printed().split("\r", -1)).hasSize(1 + 1 + 10);
    }

    @Test
    void printsPlainLinesNowAndThenAndAtTheEnd() {
        Progress progress = new LineProgress(out, false, () -> now);
        progress.start("reading", 100, "pages");
        for (int i = 0; i < 25; i++) {
            now += SECOND;
            progress.advance(1);
        }
        progress.note("half a page skipped");
        progress.finish();
        assertThat(printed().lines())
                .containsExactly(
                        "  reading  10/100 pages  10%  1.00/s  1:30 left",
                        "  reading  20/100 pages  20%  1.00/s  1:20 left",
                        "half a page skipped",
                        "  reading: 25 pages in 0:25 (1.00/s)");
        assertThat(printed()).doesNotContain("\r").doesNotContain("\033");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
