package dev.ayatori.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProcessTest {
    @TempDir
    Path runs;

    @Test
    void namesTheOtherProcessThatHoldsTheRunAndTakesItWhenThatEnds() throws Exception {
        Process holder = ChildProcess.start(ChildProcess.Holder.class, runs.toString(), "test");
        assertThat(ChildProcess.firstLine(holder)).startsWith("holds");
        assertThatThrownBy(() -> RunFolder.lock(runs, "test"))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("process " + holder.pid())
                .hasMessageContaining(runs.resolve("test").toString());
        holder.destroyForcibly().waitFor();
        RunFolder.lock(runs, "test").close();
    }

    @Test
    @Tag("full")
    void endsWithTheSameHashHoweverOftenItIsKilled() throws Exception {
        List<String> undisturbed = make(runs.resolve("undisturbed"));
        Random random = new Random(1);
        for (int kill = 0; kill < 25; kill++) {
            Process maker = ChildProcess.start(
                    ChildProcess.Maker.class, runs.resolve("storm").toString());
            assertThat(ChildProcess.firstLine(maker)).isEqualTo("working");
            maker.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
            maker.destroyForcibly().waitFor();
        }
        assertThat(make(runs.resolve("storm"))).isEqualTo(undisturbed);
    }

    private static List<String> make(Path folder) throws Exception {
        Process maker = ChildProcess.start(ChildProcess.Maker.class, folder.toString());
        List<String> lines = maker.inputReader().lines().toList();
        assertThat(maker.waitFor()).isZero();
        assertThat(lines).hasSize(2);
        return lines;
    }
}
