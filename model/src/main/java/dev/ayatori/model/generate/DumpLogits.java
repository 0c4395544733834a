package dev.ayatori.model.generate;

import dev.ayatori.model.CounterRandom;
import dev.ayatori.model.ModelShape;
import dev.ayatori.tensor.SafeTensorsWriter;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Writes a model's logits of twenty prompts for another program to compare with: a safetensors file of {@code
 * prompt.N.tokens} (time) and {@code prompt.N.logits} (time, vocabulary).
 */
public final class DumpLogits {

    private static final int PROMPTS = 20;

    private DumpLogits() {}

    /** Reads the model folder {@code arguments[0]} and writes the file {@code arguments[1]}. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "give a model folder and the file to write, not " + Arrays.toString(arguments));
        }
        try (LanguageModel model = LanguageModel.open(Path.of(arguments[0]));
                Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
            for (int number = 0; number < PROMPTS; number++) {
                int[] prompt = prompt(model.shape(), number);
                long[] tokens = Arrays.stream(prompt).asLongStream().toArray();
                tensors.put("prompt." + number + ".tokens", Tensor.of(tokens, tokens.length));
                tensors.put(
                        "prompt." + number + ".logits",
                        Tensor.of(
                                model.logits(prompt),
                                tokens.length,
                                model.shape().vocabulary()));
            }
            SafeTensorsWriter.write(Path.of(arguments[1]), tensors, Map.of());
        }
    }

    /** Random tokens; the first prompt has one token, the last fills the context. */
    private static int[] prompt(ModelShape shape, int number) {
        CounterRandom random = new CounterRandom(number, 0);
        int[] prompt = new int[1 + (shape.context() - 1) * number / (PROMPTS - 1)];
        Arrays.setAll(prompt, place -> (int) (shape.vocabulary() * (1 - random.uniform(place))));
        return prompt;
    }
}
