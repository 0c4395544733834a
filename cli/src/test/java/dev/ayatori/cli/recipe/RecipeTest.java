package dev.ayatori.cli.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {
    enum Precision {
        FULL,
        HALF_ROUNDED
    }

    record Optimizer(double learningRate, boolean clip) {}

    record Page(String address, int weight) {
        public static Page defaults() {
            return new Page("", 1);
        }
    }

    record Pin(String address, String sha256) {}

    record TokenizerSettings(
            int vocabularySize,
            long seed,
            Precision precision,
            Optimizer optimizer,
            List<Page> pages,
            List<Pin> pins,
            Map<String, String> labels) {
        TokenizerSettings {
            if (vocabularySize < 300) {
                throw new IllegalArgumentException("vocabularySize must be at least 300, but is " + vocabularySize);
            }
        }

        static TokenizerSettings defaults() {
            Optimizer optimizer = new Optimizer(0.1, true);
            return new TokenizerSettings(8000, 1, Precision.FULL, optimizer, List.of(), List.of(), Map.of());
        }
    }

    @TempDir
    Path folder;

    @Test
    void keepsTheDefaultsOfWhatIsNotSaid() {
        assertThat(settings("tokenizer:\n  seed: 7\n  optimizer:\n    learningRate: 3e-4\n"))
                .isEqualTo(new TokenizerSettings(
                        8000, 7, Precision.FULL, new Optimizer(3e-4, true), List.of(), List.of(), Map.of()));
        assertThat(settings("name: x\n")).isEqualTo(TokenizerSettings.defaults());
    }

    @Test
    void readsListsMapsWordsAndLongNumbers() {
        TokenizerSettings settings = settings("""
                tokenizer:
                  vocabularySize: 12_000
                  precision: half-rounded
                  pages:
                    - address: "a b"
                    - {address: 1.10, weight: 3}
                  labels: {date: 2026-01-02}
                """);
        assertThat(settings.vocabularySize()).isEqualTo(12_000);
        assertThat(settings.precision()).isEqualTo(Precision.HALF_ROUNDED);
        assertThat(settings.pages()).containsExactly(new Page("a b", 1), new Page("1.10", 3));
        assertThat(settings.labels()).isEqualTo(Map.of("date", "2026-01-02"));
    }

    @Test
    void takesItsNameFromTheFileUnlessItHasOne() {
        assertThat(read("tokenizer: {}\n").name()).isEqualTo("small");
        assertThat(read("name: big-1.2\n").name()).isEqualTo("big-1.2");
        refuses("name: ../up\n", "1:7: name must be letters");
    }

    @Test
    void namesTheNearestKeyAndAllAllowed() {
        refuses(
                "name: x\ntokenizer:\n    vocabularysize: 300\n",
                "small.yaml:3:5: unknown key \"vocabularysize\" in tokenizer; did you mean \"vocabularySize\"? allowed:"
                        + " vocabularySize, seed, precision, optimizer, pages, pins, labels");
        refuses("tokeniser:\n", "small.yaml:1:1: unknown key \"tokeniser\" in the recipe; did you mean \"tokenizer\"?");
        refuses("zebra: 1\n", "unknown key \"zebra\" in the recipe; allowed: name, corpus, tokenizer");
    }

    @Test
    void refusesAWrongType() {
        refuses("tokenizer:\n  seed: many\n", "2:9: tokenizer.seed must be a whole number, but is \"many\"");
        refuses("tokenizer:\n  seed: 1.5\n", "must be a whole number, but is \"1.5\"");
        refuses("tokenizer:\n  seed: \"7\"\n", "must be a whole number, but is \"7\"");
        refuses("tokenizer:\n  seed: 99999999999999999999\n", "must be a whole number");
        refuses("tokenizer:\n  seed:\n", "2:8: tokenizer.seed must be a whole number");
        refuses("tokenizer:\n  optimizer: {clip: yes}\n", "2:21: tokenizer.optimizer.clip must be true or false");
        refuses("tokenizer:\n  optimizer: {learningRate: .nan}\n", "must be a number, but is \".nan\"");
        refuses("tokenizer:\n  optimizer: 3\n", "2:14: tokenizer.optimizer must be a mapping");
        refuses("tokenizer:\n  pages: {a: b}\n", "2:10: tokenizer.pages must be a list");
        refuses("tokenizer: [1]\n", "1:12: tokenizer must be a mapping");
        refuses("- a\n", "1:1: a recipe must be a mapping");
    }

    @Test
    void refusesAnImpossibleValueWhereItStands() {
        refuses(
                "tokenizer:\n  seed: 1\n  vocabularySize: 12\n",
                "small.yaml:3:19: vocabularySize must be at least 300, but is 12 in tokenizer");
    }

    @Test
    void refusesAWordThatIsNotInTheSet() {
        refuses(
                "tokenizer:\n  precision: half-ruonded\n",
                "2:14: tokenizer.precision cannot be \"half-ruonded\"; did you mean \"half-rounded\"? allowed: full,"
                        + " half-rounded");
    }

    @Test
    void namesAMissingKeyOfAListElementWithoutDefaults() {
        refuses("tokenizer:\n  pins:\n    - address: x\n", "3:7: missing key \"sha256\" in tokenizer.pins");
    }

    @Test
    void refusesAKeyTwiceAndTextThatIsNoYaml() {
        refuses("tokenizer:\n  seed: 1\n  seed: 2\n", "3:3: key \"seed\" stands twice in tokenizer");
        refuses("tokenizer:\n  seed: [1\n", "not YAML");
        refuses("", "the recipe is empty");
    }

    @Test
    void namesTheRecipesThatAreThere() {
        read("name: x\n");
        assertThatThrownBy(() -> Recipe.read(folder.resolve("smal.yaml"), List.of()))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("there is no recipe")
                .hasMessageContaining("small.yaml");
    }

    private void refuses(String yaml, String message) {
        assertThatThrownBy(() -> settings(yaml))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining(message);
    }

    private TokenizerSettings settings(String yaml) {
        return read(yaml).settings("tokenizer", TokenizerSettings.defaults());
    }

    private Recipe read(String yaml) {
        try {
            return Recipe.read(Files.writeString(folder.resolve("small.yaml"), yaml), List.of("corpus", "tokenizer"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
