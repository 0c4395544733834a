package dev.ayatori.corpus.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.corpus.classify.TextClassifier.Prediction;
import dev.ayatori.track.AyatoriException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the reader against fastText: the models in the resources were learned by Debian's fasttext 0.9.2 from six lines
 * ({@code supervised -dim 3 -bucket 13 -minn 2 -maxn 3 -wordNgrams 2 -lr 3 -epoch 20 -thread 12 -loss NAME}), and the
 * expected labels are those of its {@code predict-prob MODEL LINES 3}.
 */
class FastTextFileTest {
    private static final List<String> LINES = List.of(
            "a fin in water",
            "魚の木",
            "the __label__bird sings __label__unknown", // labels in a text say nothing
            "",
            "nest </s> root bark"); // the line ends at </s>
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "softmax",
            List.of(
                    "fish 0.897973 tree 0.0599696 bird 0.0420872",
                    "bird 0.632869 tree 0.366383 fish 0.000778135",
                    "bird 0.480576 tree 0.37303 fish 0.146425",
                    "tree 0.573975 fish 0.279137 bird 0.146917",
                    "bird 0.416515 tree 0.355319 fish 0.228196"),
            "hs",
            List.of(
                    "fish 0.873305 tree 0.0779629 bird 0.0487545",
                    "bird 0.762093 tree 0.235297 fish 0.00265043",
                    "bird 0.494903 tree 0.336854 fish 0.16828",
                    "fish 0.621723 tree 0.251028 bird 0.127277",
                    "bird 0.397069 tree 0.324258 fish 0.278708"),
            "ova",
            List.of(
                    "fish 0.969795 tree 0.187143 bird 0.0267693",
                    "bird 0.972425 tree 0.817585 fish 0.00171072",
                    "tree 0.422515 fish 0.377551 bird 0.327678",
                    "bird 0.607673 tree 0.585111 fish 0.27514",
                    "fish 0.577505 tree 0.370235 bird 0.22271"));

    @TempDir
    Path folder;

    @Test
    void leavesNothingWhereAModelCannotBeWritten() throws IOException {
        Path place = Files.createDirectories(folder.resolve("model.bin"));
        Files.writeString(place.resolve("taken"), "");
        TextClassifier classifier = read(bytes("softmax"));
        assertThatThrownBy(() -> classifier.write(place)).hasMessageContaining("model.bin cannot be written");
        assertThat(folder.resolve("model.bin.partial")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "hs", "ova"})
    void tellsWhatFastTextTells(String loss) throws IOException {
        TextClassifier classifier = read(bytes(loss));
        for (int i = 0; i < LINES.size(); i++) {
            String[] expected = EXPECTED.getOrDefault(loss, List.of()).get(i).split(" ");
            List<Prediction> found = classifier.predict(LINES.get(i), 3);
            for (int k = 0; k < 3; k++) {
                assertThat(found.get(k).name()).as(LINES.get(i)).isEqualTo(expected[2 * k]);
                assertThat(found.get(k).probability())
                        .as(LINES.get(i))
                        .isCloseTo(Double.parseDouble(expected[2 * k + 1]), within(1e-5));
            }
        }
    }

    @Test
    void tellsOnlyLabelsAboveTheThreshold() throws IOException {
        assertThat(read(bytes("hs")).predict(LINES.getFirst(), 3, 0.07)).hasSize(2);
        assertThat(read(bytes("ova")).predict(LINES.getFirst(), 3, 0.97)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "hs", "ova"})
    void refusesAFileThatEndsAnywhereBeforeItsEnd(String loss) throws IOException {
        byte[] whole = bytes(loss);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(AyatoriException.class)
                    .hasMessageContaining("model.bin is no whole fastText model: it ends in the middle (at byte")
                    .hasMessageContaining("copy it again");
        }
    }

    @Test
    void readsOrRefusesWhateverBitIsTurned() throws IOException {
        byte[] whole = bytes("softmax");
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                read(damaged).predict("fin", 1);
            } catch (AyatoriException e) {
                assertThat(e).hasMessageContaining("model.bin");
            }
        }
    }

    @Test
    void refusesMoreRowsThanMemoryHolds() throws IOException {
        byte[] whole = bytes("softmax");
        int matrix = indexOfRows(whole);
        for (long rows : new long[] {700_000_000, Long.MAX_VALUE, -1}) {
            ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putLong(matrix, rows);
            assertThatThrownBy(() -> read(whole))
                    .as("%d rows", rows)
                    .isInstanceOf(AyatoriException.class)
                    .hasMessageContaining("model.bin")
                    .hasMessageContaining("copy");
        }
    }

    /** Rows and columns of the input matrix stand before it: 13 buckets and the words, of 3 values. */
    private static int indexOfRows(byte[] whole) {
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; ; i++) {
            if (bytes.getLong(i + 8) == 3 && bytes.getLong(i) > 13 && bytes.getLong(i) < 100) {
                return i;
            }
        }
    }

    @Test
    void saysWhatElseAFileIs() throws IOException {
        byte[] vectors = bytes("softmax");
        vectors[36] = 2;
        assertThatThrownBy(() -> read(vectors)).hasMessageContaining("word vectors (kind 2 at byte 36)");

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes("softmax"));
        }
        assertThatThrownBy(() -> read(packed.toByteArray())).hasMessageContaining("gzip -d");
        assertThatThrownBy(() -> TextClassifier.read(folder.resolve("none.bin")))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("there is no model");
        assertThatThrownBy(() -> TextClassifier.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "hs", "ova"})
    void writesAgainWhatItRead(String loss) throws IOException {
        Path file = folder.resolve("again.bin");
        read(bytes(loss)).write(file);
        byte[] again = Files.readAllBytes(file);
        byte[] whole = bytes(loss);
        // Window, epochs, least count and negatives of the training are not kept; the rate updates and the sampling
        // are.
        Arrays.fill(again, 12, 28, (byte) 0);
        Arrays.fill(whole, 12, 28, (byte) 0);
        assertThat(again).isEqualTo(whole);
    }

    @Test
    void keepsWordsThatAreNoText() throws IOException {
        byte[] whole = bytes("softmax");
        int word = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("scales");
        whole[word] = (byte) 0xFF;
        Path file = folder.resolve("again.bin");
        read(whole).write(file);
        assertThat(Files.readAllBytes(file)[word]).isEqualTo((byte) 0xFF);
    }

    private static byte[] bytes(String loss) throws IOException {
        try (InputStream in = FastTextFileTest.class.getResourceAsStream(loss + ".bin")) {
            return in.readAllBytes();
        }
    }

    private static TextClassifier read(byte[] content) {
        return FastTextFile.read("model.bin", new ByteArrayInputStream(content));
    }
}
