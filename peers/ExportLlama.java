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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Writes a random Llama (grouped queries, scaled rotary positions, biases, a head of its own) in several weight files for
 * transformers to read: {@code java -cp "lib/*" peers/ExportLlama.java FOLDER}.
 */
class ExportLlama {

    private static final LlamaShape SHAPE = new LlamaShape(
            3,
            96,
            6,
            2,
            16,
            200,
            256,
            1_000,
            false,
            new LlamaShape.Details(new Rotary(5_000, 1, new RotaryScaling.Llama3(4, 1, 4, 64)), 1e-6, true));

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("give the folder to write");
        }
        List<Parameter> parameters = SHAPE.decoder().parameters();
        Initialization first = new Initialization(SHAPE, 1);
        try (Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
            for (int i = 0; i < parameters.size(); i++) {
                Tensor weight = Tensor.of(first.values(i), parameters.get(i).sizes());
                boolean gain = parameters.get(i).kind() == Parameter.Kind.GAIN;
                weights.put(parameters.get(i).name(), weight.mulInPlace(gain ? 1 : 5)); // far from flat
            }
            new HuggingFaceFolder(Path.of(arguments[0])).write(SHAPE, weights, 2, 500_000);
        }
    }
}
