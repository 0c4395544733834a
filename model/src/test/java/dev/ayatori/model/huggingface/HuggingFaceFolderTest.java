package dev.ayatori.model.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Initialization;
import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.Rotary;
import dev.ayatori.model.RotaryScaling;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.SafeTensorsWriter;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceFolderTest {

    private static final LlamaShape LLAMA = new LlamaShape(
            2,
            16,
            4,
            2,
            8,
            24,
            32,
            50,
            false,
            new LlamaShape.Details(new Rotary(500, 0.5, new RotaryScaling.Llama3(8, 1, 4, 16)), 1e-6, true));

    @TempDir
    Path temporary = Path.of("");

    @Test
    void readsTheShapeItWrote() throws IOException {
        for (ModelShape shape : List.of(LLAMA, new Gpt2Shape(1, 8, 2, 16, 20))) {
            write(shape, 1 << 20);
            assertThat(folder().shape()).isEqualTo(shape);
        }
    }

    @Test
    void cutsWeightsIntoSeveralFilesWithAnIndex() throws IOException {
        write(LLAMA, 5_000);

        assertThat(folder().weightFiles())
                .hasSizeGreaterThan(3)
                .allMatch(name -> Files.exists(temporary.resolve(name)));
        assertThat(folder().weightFiles().getFirst()).isEqualTo("model-00001-of-00008.safetensors");
        assertThat(Files.readString(temporary.resolve(WeightFiles.INDEX)))
                .contains("\"total_size\" : " + 4 * LLAMA.parameters(), "\"lm_head.weight\" : \"model-00008-of-00008");
        try (Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> expected = weights(LLAMA);
            SequencedMap<String, Tensor> found = folder().weights();
            assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
            assertThat(values(found)).isDeepEqualTo(values(expected));
        }
    }

    @Test
    void readsRotarySettingsOfOldAndNewTransformers() throws IOException {
        config("\"rope_theta\": 500.0, \"rope_scaling\": {\"type\": \"linear\", \"factor\": 4.0}");
        assertThat(rotary()).isEqualTo(new Rotary(500, 1, new RotaryScaling.Linear(4)));

        config("\"rope_parameters\": {\"rope_type\": \"llama3\", \"rope_theta\": 5e5, \"factor\": 8.0, "
                + "\"low_freq_factor\": 1.0, \"high_freq_factor\": 4.0, \"original_max_position_embeddings\": 8192}");
        assertThat(rotary()).isEqualTo(new Rotary(5e5, 1, new RotaryScaling.Llama3(8, 1, 4, 8192)));

        config("\"rope_scaling\": null");
        assertThat(rotary()).isEqualTo(Rotary.defaults());
    }

    @Test
    void refusesWhatItCannotCompute() throws IOException {
        config("\"rope_parameters\": {\"rope_type\": \"yarn\", \"factor\": 4.0}");
        assertThatThrownBy(() -> folder().shape())
                .hasMessageContaining(
                        "rope_type is \"yarn\", but only default or linear or llama3 can be computed here");
        config("\"mlp_bias\": true");
        assertThatThrownBy(() -> folder().shape()).hasMessageContaining("mlp_bias is true");
        Files.writeString(temporary.resolve("config.json"), "{\"model_type\": \"mamba\"}");
        assertThatThrownBy(() -> folder().shape()).hasMessageContaining("model_type is \"mamba\"");
    }

    @Test
    void readsHalfPrecisionAndTheNamesOfBaseModels() throws IOException {
        Gpt2Shape shape = new Gpt2Shape(1, 8, 2, 16, 20);
        write(shape, 1 << 20);
        try (Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> halves = new LinkedHashMap<>();
            weights(shape)
                    .forEach((name, tensor) -> halves.put(
                            name.substring("transformer.".length()),
                            tensor.to(name.contains("ln") ? DataType.F16 : DataType.BF16)));
            SafeTensorsWriter.write(temporary.resolve(WeightFiles.WHOLE), halves, Map.of());
            Tensor found = Objects.requireNonNull(folder().weights().get("transformer.h.0.ln_1.weight"));
            assertThat(found.type()).isEqualTo(DataType.F16);
            assertThat(found.toFloats()).containsOnly(1);
        }
    }

    @Test
    void namesTheWeightThatDoesNotFit() throws IOException {
        Gpt2Shape shape = new Gpt2Shape(1, 8, 2, 16, 20);
        write(shape, 1 << 20);
        try (Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> weights = weights(shape);
            weights.put("transformer.wpe.weight", Tensor.zeros(DataType.F32, 15, 8));
            SafeTensorsWriter.write(temporary.resolve(WeightFiles.WHOLE), weights, Map.of());
            assertThatThrownBy(() -> folder().weights())
                    .hasMessageContaining(
                            "\"transformer.wpe.weight\" has shape [15, 8], but config.json asks for [16, 8]");
            weights.remove("transformer.wpe.weight");
            SafeTensorsWriter.write(temporary.resolve(WeightFiles.WHOLE), weights, Map.of());
            assertThatThrownBy(() -> folder().weights())
                    .hasMessageContaining("holds no weight \"transformer.wpe.weight\"");
        }
    }

    private HuggingFaceFolder folder() {
        return new HuggingFaceFolder(temporary);
    }

    private Rotary rotary() {
        return ((LlamaShape) folder().shape()).details().rotary();
    }

    private void config(String more) throws IOException {
        Files.writeString(temporary.resolve("config.json"), """
                {"model_type": "llama", "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2,
                 "intermediate_size": 24, "max_position_embeddings": 64, "vocab_size": 30, %s}""".formatted(more));
    }

    private void write(ModelShape shape, long largestFile) throws IOException {
        try (Scope _ = Scope.open()) {
            folder().write(shape, weights(shape), 2, largestFile);
        }
    }

    private static float[][] values(SequencedMap<String, Tensor> weights) {
        return weights.values().stream().map(Tensor::toFloats).toArray(float[][]::new);
    }

    private static SequencedMap<String, Tensor> weights(ModelShape shape) {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        List<Parameter> parameters = shape.decoder().parameters();
        Initialization first = new Initialization(shape, 3);
        for (int i = 0; i < parameters.size(); i++) {
            weights.put(
                    parameters.get(i).name(),
                    Tensor.of(first.values(i), parameters.get(i).sizes()));
        }
        return weights;
    }
}
