package dev.ayatori.corpus.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the languages of lid.176 against those that fastText itself gave. */
@Tag("data")
class OracleTest {
    private static final Path SHARED = Path.of(System.getProperty("ayatori.shared.data"));
    private static final Path ORACLES = SHARED.resolve("parity-oracles/dev");
    private static final TextClassifier LANGUAGES = TextClassifier.read(SHARED.resolve("model-lid176/lid.176.ftz"));

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en", "code"})
    void givesFastTextsThreeBestLabels(String kind) throws IOException {
        List<String> lines = Files.readAllLines(ORACLES.resolve("input_" + kind + ".txt"));
        List<String> expected = Files.readAllLines(ORACLES.resolve(kind + ".lid176.txt"));
        assertThat(expected).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            String[] words = expected.get(i).strip().split(" ");
            List<TextClassifier.Prediction> found = LANGUAGES.predict(lines.get(i), 3);
            assertThat(found).as("line %d: %s", i, lines.get(i)).hasSize(words.length / 2);
            for (int k = 0; k < found.size(); k++) {
                assertThat(TextClassifier.LABEL_PREFIX + found.get(k).name())
                        .as("line %d: %s", i, lines.get(i))
                        .isEqualTo(words[2 * k]);
                assertThat(found.get(k).probability())
                        .as("line %d: %s", i, lines.get(i))
                        .isCloseTo(Double.parseDouble(words[2 * k + 1]), within(1e-5));
            }
        }
    }
}
