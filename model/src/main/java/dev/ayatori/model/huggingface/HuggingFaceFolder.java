package dev.ayatori.model.huggingface;

import dev.ayatori.model.Gpt2;
import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.tensor.SafeTensors;
import dev.ayatori.tensor.SafeTensorsWriter;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * A GPT-2 model in the layout of Hugging Face: {@code config.json}, {@code generation_config.json} and {@code
 * model.safetensors}.
 */
public final class HuggingFaceFolder {

    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.safetensors";

    private final Path folder;

    /** The model in a folder. */
    public HuggingFaceFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of the weights. */
    public Path weightsFile() {
        return folder.resolve(WEIGHTS);
    }

    /** Writes a model whose documents are parted by the given token. */
    public void write(ModelShape shape, SequencedMap<String, Tensor> weights, int endOfText) throws IOException {
        Files.createDirectories(folder);
        SafeTensorsWriter.write(weightsFile(), weights, Map.of("format", "pt"));
        Json.write(folder.resolve("generation_config.json"), generation(endOfText));
        Json.write(folder.resolve(CONFIG), config(shape, endOfText));
    }

    /** The sizes that {@code config.json} tells. */
    public ModelShape shape() {
        Path file = folder.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            throw new AyatoriException(file + " is missing: " + folder
                    + " is no model folder. Give a folder that holds config.json and model.safetensors.");
        }
        JsonNode config = Json.read(file, JsonNode.class);
        String type = config.path("model_type").asString("");
        if (!type.equals("gpt2")) {
            throw new AyatoriException(file + ": model_type is \"" + type + "\", but only \"gpt2\" can be read");
        }
        return new Gpt2Shape(
                size(file, config, "n_layer"),
                size(file, config, "n_embd"),
                size(file, config, "n_head"),
                size(file, config, "n_positions"),
                size(file, config, "vocab_size"));
    }

    /** All weights in the order of {@link dev.ayatori.model.Decoder#parameters()}, checked against the shape. */
    public SequencedMap<String, Tensor> weights() {
        List<Parameter> parameters = shape().decoder().parameters();
        try (SafeTensors file = SafeTensors.open(weightsFile())) {
            SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
            for (Parameter parameter : parameters) {
                List<Long> found = file.entry(parameter.name()).shape();
                if (!found.equals(parameter.shape())) {
                    throw new AyatoriException(weightsFile() + ": \"" + parameter.name() + "\" has shape " + found
                            + ", but config.json asks for " + parameter.shape());
                }
                weights.put(parameter.name(), file.tensor(parameter.name()));
            }
            return weights;
        }
    }

    private static int size(Path file, JsonNode config, String key) {
        JsonNode value = config.path(key);
        if (!value.isInt()) {
            throw new AyatoriException(file + ": " + key + " must be a whole number, but is " + value);
        }
        return value.asInt();
    }

    private static Map<String, Object> generation(int endOfText) {
        Map<String, Object> generation = new LinkedHashMap<>();
        generation.put("bos_token_id", endOfText);
        generation.put("eos_token_id", endOfText);
        generation.put("do_sample", true);
        generation.put("temperature", 0.8);
        generation.put("top_p", 0.95);
        return generation;
    }

    private static Map<String, Object> config(ModelShape shape, int endOfText) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("GPT2LMHeadModel"));
        config.put("model_type", "gpt2");
        config.put("vocab_size", shape.vocabulary());
        config.put("n_positions", shape.context());
        config.put("n_ctx", shape.context());
        config.put("n_embd", shape.width());
        config.put("n_layer", shape.layers());
        config.put("n_head", shape.heads());
        config.put("n_inner", 4 * shape.width());
        config.put("activation_function", "gelu_new");
        config.put("layer_norm_epsilon", Gpt2.NORM_EPSILON);
        config.put("initializer_range", 0.02);
        config.put("resid_pdrop", 0.0);
        config.put("embd_pdrop", 0.0);
        config.put("attn_pdrop", 0.0);
        config.put("tie_word_embeddings", true);
        config.put("bos_token_id", endOfText);
        config.put("eos_token_id", endOfText);
        config.put("torch_dtype", "float32");
        return config;
    }
}
