package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private static final int TERMINATED = 128 + 15;

    /** Works until it is asked to end, then tidies up. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) {
            System.exit(Interruption.guard(() -> {
                System.out.println("working");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    System.out.println("tidied up");
                }
                return 0;
            }));
        }
    }

    @Test
    void letsTheRunningThreadTidyUpBeforeTheProcessEnds() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Worker.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("working");
            // by its handle: Process.destroy closes the streams that the test still reads
            process.toHandle().destroy();
            assertThat(output.readLine()).isEqualTo("tidied up");
            assertThat(process.waitFor()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void handsOnTheExitCodeOfACommandThatEndsByItself() {
        assertThat(Interruption.guard(() -> 3)).isEqualTo(3);
    }
}
