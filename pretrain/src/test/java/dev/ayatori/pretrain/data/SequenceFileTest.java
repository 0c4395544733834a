package dev.ayatori.pretrain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsBackTokensAndMarks() throws IOException {
        Path file = folder.resolve("a.seq");
        SequenceFile.write(
                file,
                List.of(
                        new Sequence(new int[] {1, 2, 70_000}, new boolean[] {false, false, true}),
                        new Sequence(new int[] {4, 5, 6}, new boolean[] {false, true, false})));

        SequenceFile read = SequenceFile.open(file, 2);

        assertThat(read.sequences()).isEqualTo(2);
        assertThat(read.read(0).tokens()).containsExactly(1, 2, 70_000);
        assertThat(read.read(1).tokens()).containsExactly(4, 5, 6);
        assertThat(read.read(0).counted()).containsExactly(false, false, true);
        assertThat(read.read(1).counted()).containsExactly(false, true, false);
    }

    private static Sequence sequence(int length) {
        return new Sequence(new int[length], new boolean[length]);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path file = folder.resolve("a.seq");
        SequenceFile.write(file, List.of(sequence(9), sequence(9)));
        byte[] whole = Files.readAllBytes(file);

        assertThatThrownBy(() -> SequenceFile.open(file, 9)).hasMessageContaining("have 9 tokens, but a context of 9");
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> SequenceFile.open(file, 8)).hasMessageContaining("is cut off or damaged");
        Files.write(file, new byte[3]);
        assertThatThrownBy(() -> SequenceFile.open(file, 8)).hasMessageContaining("is no sequence file");
    }
}
