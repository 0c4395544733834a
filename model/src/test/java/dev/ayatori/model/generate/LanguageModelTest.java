package dev.ayatori.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Initialization;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.tensor.SafeTensors;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageModelTest {

    private static final Gpt2Shape SHAPE = new Gpt2Shape(2, 16, 2, 12, 40);

    private Path folder = Path.of("");

    private @Nullable LanguageModel opened;

    @BeforeAll
    void writeAndOpen(@TempDir Path temporary) throws IOException {
        folder = temporary;
        try (Scope _ = Scope.open()) {
            new HuggingFaceFolder(folder).write(SHAPE, loudWeights(), 2);
        }
        opened = LanguageModel.open(folder);
    }

    /** First weights times ten: attention and logits far from flat. */
    private static SequencedMap<String, Tensor> loudWeights() {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        List<Parameter> parameters = SHAPE.decoder().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            float[] values = new Initialization(SHAPE, 5).values(i);
            Tensor tensor = Tensor.of(values, parameters.get(i).sizes());
            weights.put(parameters.get(i).name(), tensor.mulInPlace(10));
        }
        return weights;
    }

    private LanguageModel model() {
        return Objects.requireNonNull(opened);
    }

    @AfterAll
    void close() {
        model().close();
    }

    @Test
    void writesTheLayoutOfHuggingFace() throws IOException {
        assertThat(Files.readString(folder.resolve("config.json")))
                .contains("\"model_type\" : \"gpt2\"", "\"activation_function\" : \"gelu_new\"")
                .contains("\"tie_word_embeddings\" : true", "\"eos_token_id\" : 2");
        assertThat(folder.resolve("generation_config.json")).exists();
        try (SafeTensors file = SafeTensors.open(folder.resolve("model.safetensors"))) {
            assertThat(file.names()).hasSize(2 + 2 * 12 + 2).doesNotContain("lm_head.weight");
            assertThat(file.entry("transformer.h.1.attn.c_attn.weight").shape()).containsExactly(16L, 48L);
            assertThat(file.entry("transformer.h.1.mlp.c_proj.weight").shape()).containsExactly(64L, 16L);
        }
        assertThat(new HuggingFaceFolder(folder).shape()).isEqualTo(SHAPE);
    }

    @Test
    void givesTheLogProbabilitiesOfItsOwnLogits() {
        int[] tokens = {2, 9, 30, 31, 7, 0};
        float[] logits = model().logits(tokens);
        double[] found = model().logProbabilities(tokens);

        assertThat(found).hasSize(5);
        for (int i = 0; i < found.length; i++) {
            double total = 0;
            for (int token = 0; token < 40; token++) {
                total += Math.exp(logits[i * 40 + token]);
            }
            assertThat(found[i]).isCloseTo(logits[i * 40 + tokens[i + 1]] - Math.log(total), within(1e-5));
        }
    }

    @Test
    void givesEachSequenceOfABatchItsOwnNumbers() {
        List<double[]> batch = model().logProbabilities(List.of(new int[] {2, 5, 6}, new int[] {2}, new int[] {1, 3}));

        assertThat(batch.get(0)).isEqualTo(model().logProbabilities(new int[] {2, 5, 6}));
        assertThat(batch.get(1)).isEmpty();
        assertThat(batch.get(2)).isEqualTo(model().logProbabilities(new int[] {1, 3}));
    }

    @Test
    void drawsWithTheCacheWhatWholePassesWouldDraw() {
        int[] prompt = {2, 11, 4};
        List<Integer> drawn = generate(prompt, Sampling.greedy(9, -1));

        List<Integer> expected = new ArrayList<>();
        int[] text = prompt;
        for (int i = 0; i < 9; i++) {
            float[] logits = model().logits(text);
            float[] last = Arrays.copyOfRange(logits, logits.length - 40, logits.length);
            int best = new Sampler(Sampling.greedy(1, -1)).draw(last);
            expected.add(best);
            text = Arrays.copyOf(text, text.length + 1);
            text[text.length - 1] = best;
        }
        assertThat(drawn).isEqualTo(expected);
    }

    @Test
    void goesOnBeyondTheContext() {
        assertThat(generate(new int[] {2}, new Sampling(1, 10, 0.9, 50, -1, 3))).hasSize(50);
        assertThat(generate(new int[30], Sampling.greedy(4, -1))).hasSize(4);
    }

    @Test
    void drawsEqualTextsForEqualSeeds() {
        List<Integer> first = generate(new int[] {2}, new Sampling(1, 0, 1, 20, -1, 3));

        assertThat(generate(new int[] {2}, new Sampling(1, 0, 1, 20, -1, 3))).isEqualTo(first);
        assertThat(generate(new int[] {2}, new Sampling(1, 0, 1, 20, -1, 4))).isNotEqualTo(first);
    }

    @Test
    void stopsWhenTheListenerHasEnough() {
        List<Integer> drawn = new ArrayList<>();
        model().generate(new int[] {2}, Sampling.greedy(10, -1), token -> {
            drawn.add(token);
            return drawn.size() < 3;
        });
        assertThat(drawn).hasSize(3);
    }

    @Test
    void namesTheTokenOutsideTheVocabulary() {
        assertThatThrownBy(() -> model().logits(new int[] {2, 40}))
                .hasMessage("token 40 at place 1 is outside the vocabulary of 40");
        assertThatThrownBy(() -> model().logits(new int[13]))
                .hasMessageContaining("1 to 12 tokens at once, but got 13");
    }

    @Test
    void namesTheFolderThatHoldsNoModel() {
        assertThatThrownBy(() -> LanguageModel.open(folder.resolve("none"))).hasMessageContaining("is no model folder");
    }

    private List<Integer> generate(int[] prompt, Sampling sampling) {
        List<Integer> drawn = new ArrayList<>();
        model().generate(prompt, sampling, drawn::add);
        return drawn;
    }
}
