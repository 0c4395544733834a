package dev.ayatori.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {

    private static final String HEADER = "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[8,16]}}";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeTwoTensors() {
        file = folder.resolve("two.safetensors");
        try (Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
            tensors.put("a", Tensor.of(new float[] {1.5f, -2}, 2, 1));
            tensors.put("b", Tensor.of(new long[] {7}, 1));
            SafeTensorsWriter.write(file, tensors, Map.of("format", "pt"));
        }
    }

    @Test
    void writesTheBytesOfTheFormat() throws IOException {
        int length = (HEADER.length() + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + length + 16).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(length).put(HEADER.getBytes(StandardCharsets.US_ASCII));
        while (expected.position() < 8 + length) {
            expected.put((byte) ' ');
        }
        expected.putFloat(1.5f).putFloat(-2).putLong(7);

        assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
    }

    @Test
    void readsBackWhatWasWritten() {
        try (SafeTensors read = SafeTensors.open(file);
                Scope _ = Scope.open()) {
            assertThat(read.names()).containsExactly("a", "b");
            assertThat(read.entry("a").shape()).isEqualTo(List.of(2L, 1L));
            assertThat(read.tensor("a").toFloats()).containsExactly(1.5f, -2);
            assertThat(read.tensor("b").itemLong()).isEqualTo(7);
        }
    }

    @Test
    void refusesEveryTruncatedFileAndNamesIt() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SafeTensors.open(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("two.safetensors is no whole safetensors file");
        }
    }

    @Test
    void namesTheTensorThatIsMissing() {
        try (SafeTensors read = SafeTensors.open(file)) {
            assertThatThrownBy(() -> read.tensor("c")).hasMessageContaining("holds no tensor \"c\"; it holds [a, b]");
        }
    }
}
