package dev.ayatori.model.preset;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.LlamaShape.Details;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Rotary;
import dev.ayatori.model.RotaryScaling;
import dev.ayatori.track.terminal.NearestWord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Published shapes by name.
 *
 * <p>Sizes of GPT-2 are those of Radford et al. 2019, of LLM-jp those of its models' configurations and cards. The
 * vocabulary of LLM-jp's GPT-2 models is padded to a multiple of 128; that of LLM-jp-3 is given as its cards count it.
 */
public final class Presets {

    /** The model of the quickstart; its vocabulary is that of its tokenizer. */
    public static final String QUICKSTART = "quickstart";

    private static final SequencedMap<String, ModelShape> SHAPES = shapes();

    private Presets() {}

    /** The shape with a name; an unknown name is answered with the nearest known. */
    public static ModelShape of(String name) {
        ModelShape shape = SHAPES.get(name);
        if (shape == null) {
            throw new IllegalArgumentException(
                    "preset cannot be \"" + name + "\"" + NearestWord.hint(name, SHAPES.keySet()));
        }
        return shape;
    }

    /** Every name with its shape. */
    public static SequencedMap<String, ModelShape> all() {
        return SHAPES;
    }

    private static SequencedMap<String, ModelShape> shapes() {
        SequencedMap<String, ModelShape> shapes = new LinkedHashMap<>();
        shapes.put(QUICKSTART, new Gpt2Shape(4, 192, 6, 256, 6_144));
        shapes.put("gpt2-124m", new Gpt2Shape(12, 768, 12, 1_024, 50_257));
        shapes.put("gpt2-355m", new Gpt2Shape(24, 1_024, 16, 1_024, 50_257));
        shapes.put("gpt2-774m", new Gpt2Shape(36, 1_280, 20, 1_024, 50_257));
        shapes.put("gpt2-1.5b", new Gpt2Shape(48, 1_600, 25, 1_024, 50_257));
        shapes.put("llm-jp-1.3b", new Gpt2Shape(24, 2_048, 16, 2_048, 50_688));
        shapes.put("llm-jp-13b", new Gpt2Shape(40, 5_120, 40, 2_048, 50_688));
        shapes.put("llm-jp-175b", llmJp175b());
        shapes.putAll(llmJp3());
        return Collections.unmodifiableSequencedMap(shapes);
    }

    /**
     * The trial of 2024: layers, width, heads, context, vocabulary and a quarter of the channels turned are known. Whether
     * its feed-forward part was gated is not: the width here gives a gated one as many weights as one of four times the
     * width without a gate.
     */
    private static ModelShape llmJp175b() {
        Rotary quarter = new Rotary(10_000, 0.25, new RotaryScaling.None());
        return new LlamaShape(96, 12_288, 96, 96, 128, 32_768, 2_048, 97_280, true, new Details(quarter, 1e-5, false));
    }

    /** Feed-forward widths follow from the parameters that the cards count. */
    private static Map<String, ModelShape> llmJp3() {
        Map<String, ModelShape> shapes = new LinkedHashMap<>();
        shapes.put("llm-jp-3-150m", llmJp3(12, 512, 8, 8, 2_048));
        shapes.put("llm-jp-3-440m", llmJp3(16, 1_024, 8, 8, 3_584));
        shapes.put("llm-jp-3-980m", llmJp3(20, 1_536, 8, 8, 5_376));
        shapes.put("llm-jp-3-1.8b", llmJp3(24, 2_048, 16, 16, 7_168));
        shapes.put("llm-jp-3-3.7b", llmJp3(28, 3_072, 24, 24, 8_192));
        shapes.put("llm-jp-3-7.2b", llmJp3(32, 4_096, 32, 32, 11_008));
        shapes.put("llm-jp-3-13b", llmJp3(40, 5_120, 40, 40, 13_824));
        shapes.put("llm-jp-3-172b", llmJp3(96, 12_288, 96, 16, 38_464));
        return shapes;
    }

    private static LlamaShape llmJp3(int layers, int width, int heads, int keyValueHeads, int hidden) {
        return new LlamaShape(
                layers, width, heads, keyValueHeads, width / heads, hidden, 4_096, 99_487, false, Details.defaults());
    }
}
