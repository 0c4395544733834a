package dev.ayatori.model.huggingface;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
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
import java.util.stream.Stream;

/**
 * A model in the layout of Hugging Face: {@code config.json}, {@code generation_config.json} and its weights in one or
 * several safetensors files.
 */
public final class HuggingFaceFolder {

    private static final String CONFIG = "config.json";
    private static final String GENERATION = "generation_config.json";

    /** Hugging Face cuts its own models into files of 5 GB. */
    private static final long LARGEST_FILE = 5_000_000_000L;

    private final Path folder;

    /** The model in a folder. */
    public HuggingFaceFolder(Path folder) {
        this.folder = folder;
    }

    /** The names of the files of the weights. */
    public List<String> weightFiles() {
        return List.copyOf(WeightFiles.names(folder));
    }

    /** The names of all files of the model. */
    public List<String> files() {
        return Stream.of(
                        Stream.of(CONFIG, GENERATION, WeightFiles.INDEX)
                                .filter(name -> Files.exists(folder.resolve(name))),
                        weightFiles().stream())
                .flatMap(names -> names)
                .toList();
    }

    /** Writes a model whose documents are parted by the given token. */
    public void write(ModelShape shape, SequencedMap<String, Tensor> weights, int endOfText) throws IOException {
        write(shape, weights, endOfText, LARGEST_FILE);
    }

    /** Writes a model in weight files of at most {@code largestFile} bytes of values, or one tensor each. */
    public void write(ModelShape shape, SequencedMap<String, Tensor> weights, int endOfText, long largestFile)
            throws IOException {
        Files.createDirectories(folder);
        WeightFiles.write(folder, weights, largestFile);
        Json.write(folder.resolve(GENERATION), generation(endOfText));
        Map<String, Object> config = switch (shape) {
            case Gpt2Shape gpt2 -> Gpt2Config.of(gpt2);
            case LlamaShape llama -> LlamaConfig.of(llama);
        };
        config.put("bos_token_id", endOfText);
        config.put("eos_token_id", endOfText);
        config.put("torch_dtype", "float32");
        Json.write(folder.resolve(CONFIG), config);
    }

    /** The sizes that {@code config.json} tells. */
    public ModelShape shape() {
        ConfigFile config = ConfigFile.read(folder.resolve(CONFIG));
        return switch (config.text("model_type", "")) {
            case "gpt2" -> Gpt2Config.shape(config);
            case "llama" -> LlamaConfig.shape(config);
            default ->
                throw new AyatoriException(config.file() + ": model_type is \"" + config.text("model_type", "")
                        + "\", but only \"gpt2\" and \"llama\" can be read");
        };
    }

    /** All weights in the order of the model's parameters, checked against the shape, in the types of the files. */
    public SequencedMap<String, Tensor> weights() {
        try (WeightFiles files = WeightFiles.open(folder)) {
            SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
            for (Parameter parameter : shape().decoder().parameters()) {
                weights.put(parameter.name(), files.tensor(parameter.name(), parameter.shape()));
            }
            return weights;
        }
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
}
