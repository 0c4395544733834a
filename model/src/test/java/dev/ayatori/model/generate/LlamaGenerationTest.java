package dev.ayatori.model.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.model.Initialization;
import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.Rotary;
import dev.ayatori.model.RotaryScaling;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaGenerationTest {

    private static final LlamaShape SHAPE = new LlamaShape(
            2,
            16,
            4,
            2,
            8,
            24,
            12,
            40,
            false,
            new LlamaShape.Details(new Rotary(100, 0.5, new RotaryScaling.None()), 1e-5, true));

    @Test
    void drawsWithTheCacheWhatWholePassesWouldDraw(@TempDir Path folder) throws IOException {
        write(folder);
        try (LanguageModel model = LanguageModel.open(folder)) {
            int[] text = {2, 11, 4};
            List<Integer> drawn = new ArrayList<>();
            model.generate(text, Sampling.greedy(9, -1), drawn::add);

            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                float[] logits = model.logits(text);
                int best = new Sampler(Sampling.greedy(1, -1))
                        .draw(Arrays.copyOfRange(logits, logits.length - 40, logits.length));
                expected.add(best);
                text = Arrays.copyOf(text, text.length + 1);
                text[text.length - 1] = best;
            }
            assertThat(drawn).isEqualTo(expected);
            assertThat(drawn.stream().distinct()).hasSizeGreaterThan(2);
        }
    }

    /** First weights times ten: attention and logits far from flat. */
    private static void write(Path folder) throws IOException {
        try (Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
            List<Parameter> parameters = SHAPE.decoder().parameters();
            for (int i = 0; i < parameters.size(); i++) {
                float[] values = new Initialization(SHAPE, 5).values(i);
                Tensor tensor = Tensor.of(values, parameters.get(i).sizes());
                weights.put(parameters.get(i).name(), tensor.mulInPlace(10));
            }
            new HuggingFaceFolder(folder).write(SHAPE, weights, 2);
        }
    }
}
