package dev.ayatori.model.generate;

import dev.ayatori.model.Attention;
import dev.ayatori.model.Decoder;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.Positions;
import dev.ayatori.model.Section;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/** A trained model for inference: log-probabilities of texts and sampled continuations; several threads may ask at once. */
public final class LanguageModel implements AutoCloseable {

    private final Decoder model;
    private final List<List<Tensor>> sections;

    private LanguageModel(ModelShape shape, SequencedMap<String, Tensor> weights) {
        this.model = shape.decoder();
        this.sections = model.sections().stream()
                .map(section -> named(weights, section))
                .toList();
    }

    /** Opens a folder in Hugging Face layout: {@code config.json} and {@code model.safetensors}. */
    public static LanguageModel open(Path folder) {
        HuggingFaceFolder files = new HuggingFaceFolder(folder);
        try (Scope _ = Scope.open()) {
            return new LanguageModel(files.shape(), files.weights());
        }
    }

    private static List<Tensor> named(SequencedMap<String, Tensor> weights, Section section) {
        List<Tensor> found = new ArrayList<>();
        for (Parameter parameter : section.parameters()) {
            Tensor weight = weights.get(parameter.name());
            if (weight == null) {
                throw new AyatoriException("the model lacks \"" + parameter.name() + "\"");
            }
            found.add(weight.to(DataType.F32).keep());
        }
        return List.copyOf(found);
    }

    /** The sizes of the model. */
    public ModelShape shape() {
        return model.shape();
    }

    /**
     * Natural log p(tokens[i] | tokens before i) for i from 1: one value less than there are tokens.
     *
     * @throws IllegalArgumentException if there are more than context + 1 tokens
     */
    public double[] logProbabilities(int[] tokens) {
        if (tokens.length < 2) {
            return new double[0];
        }
        int[] read = Arrays.copyOf(tokens, tokens.length - 1);
        checkTokens(read);
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            long[] next = Arrays.stream(tokens).skip(1).asLongStream().toArray();
            Tensor logits = model.logits(headMatrix(), hidden(read));
            float[] picked =
                    logits.logSoftmax().gather(Tensor.of(next, next.length, 1)).toFloats();
            double[] result = new double[picked.length];
            Arrays.setAll(result, i -> picked[i]);
            return result;
        }
    }

    /** {@link #logProbabilities(int[])} of many sequences, each computed alone: no number depends on its neighbours. */
    public List<double[]> logProbabilities(List<int[]> batch) {
        return batch.stream().map(this::logProbabilities).toList();
    }

    /** The logits at every position, (time, vocabulary) in row-major order. */
    public float[] logits(int[] tokens) {
        checkTokens(tokens);
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            return model.logits(headMatrix(), hidden(tokens)).toFloats();
        }
    }

    /**
     * Draws tokens after the prompt and hands each to {@code onToken} until that returns false, the end token is drawn
     * or the sampling's maximum is reached. Of what no longer fits the context, the oldest half is forgotten.
     */
    public void generate(int[] prompt, Sampling sampling, IntPredicate onToken) {
        if (prompt.length == 0) {
            throw new IllegalArgumentException("the prompt must hold at least one token, such as the end of a text");
        }
        Sampler sampler = new Sampler(sampling);
        try (Reading reading = new Reading()) {
            float[] logits = reading.start(prompt);
            for (int count = 0; count < sampling.maximalTokens(); count++) {
                int token = sampler.draw(logits);
                if (token == sampling.endToken() || !onToken.test(token)) {
                    return;
                }
                if (count + 1 < sampling.maximalTokens()) {
                    logits = reading.next(token);
                }
            }
        }
    }

    @Override
    public void close() {
        sections.forEach(section -> section.forEach(Tensor::close));
    }

    private Tensor headMatrix() {
        return shape().tiedHead()
                ? sections.getFirst().getFirst()
                : sections.getLast().getLast();
    }

    private Tensor hidden(int[] tokens) {
        return hidden(tokens, 0, layer -> Attention.CAUSAL);
    }

    private Tensor hidden(int[] tokens, int firstPlace, IntFunction<Attention> attention) {
        Tensor ids = Tensor.of(Arrays.stream(tokens).asLongStream().toArray(), tokens.length);
        Positions positions = model.positions(
                tokens.length,
                LongStream.range(firstPlace, firstPlace + tokens.length).toArray());
        Tensor rows = model.embed(sections.getFirst(), ids, positions);
        for (int layer = 0; layer < shape().layers(); layer++) {
            rows = model.block(sections.get(1 + layer), rows, positions, attention.apply(layer));
        }
        return model.finalNorm(sections.getLast(), rows);
    }

    private void checkTokens(int[] tokens) {
        if (tokens.length < 1 || tokens.length > shape().context()) {
            throw new IllegalArgumentException("the model reads 1 to " + shape().context() + " tokens at once, but got "
                    + tokens.length + "; cut the text into windows");
        }
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] < 0 || tokens[i] >= shape().vocabulary()) {
                throw new IllegalArgumentException("token " + tokens[i] + " at place " + i
                        + " is outside the vocabulary of " + shape().vocabulary());
            }
        }
    }

    /** One text being read and continued. */
    private final class Reading implements AutoCloseable {
        private final KeyValueCache cache = new KeyValueCache(shape());
        private int[] text = {};

        /** Reads the last part of the prompt that leaves room, and gives the logits after it. */
        float[] start(int[] prompt) {
            int context = shape().context();
            text = prompt.length < context
                    ? prompt
                    : Arrays.copyOfRange(prompt, prompt.length - Math.max(1, context / 2), prompt.length);
            cache.clear();
            return read(text);
        }

        /** Reads one more token and gives the logits after it. */
        float[] next(int token) {
            text = Arrays.copyOf(text, text.length + 1);
            text[text.length - 1] = token;
            return cache.tokens() < shape().context() ? read(new int[] {token}) : start(text);
        }

        private float[] read(int[] tokens) {
            checkTokens(tokens);
            try (Scope _ = Scope.open();
                    Gradients.Off _ = Gradients.off()) {
                Tensor rows = hidden(tokens, cache.tokens(), cache::attention);
                cache.advance(tokens.length);
                Tensor last = rows.narrow(0, tokens.length - 1, 1);
                return model.logits(headMatrix(), last).toFloats();
            }
        }

        @Override
        public void close() {
            cache.close();
        }
    }
}
