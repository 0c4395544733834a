package dev.ayatori.model;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;

/** A trained model for inference: log-probabilities of texts and sampled continuations. */
public final class LanguageModel implements AutoCloseable {

    private final Gpt2Shape shape;

    private LanguageModel(Gpt2Shape shape) {
        this.shape = shape;
    }

    /** Opens a folder in Hugging Face layout: {@code config.json} and {@code model.safetensors}. */
    public static LanguageModel open(Path folder) {
        throw new UnsupportedOperationException("not yet: " + folder);
    }

    /** The sizes of the model. */
    public Gpt2Shape shape() {
        return shape;
    }

    /** Natural log p(tokens[i] | tokens before i) for i from 1: one value less than there are tokens. */
    public double[] logProbabilities(int[] tokens) {
        return logProbabilities(List.of(tokens)).getFirst();
    }

    /** {@link #logProbabilities(int[])} of many sequences, computed in padded batches. */
    public List<double[]> logProbabilities(List<int[]> batch) {
        throw new UnsupportedOperationException("not yet: " + batch.size());
    }

    /** The logits at every position, (time, vocabulary) in row-major order. */
    public float[] logits(int[] tokens) {
        throw new UnsupportedOperationException("not yet: " + tokens.length);
    }

    /**
     * Draws tokens after the prompt and hands each to {@code onToken} until that returns false, the end token is drawn
     * or the sampling's maximum is reached. When the context is full the oldest half is forgotten.
     */
    public void generate(int[] prompt, Sampling sampling, IntPredicate onToken) {
        throw new UnsupportedOperationException("not yet: " + prompt.length + sampling + onToken);
    }

    @Override
    public void close() {}
}
