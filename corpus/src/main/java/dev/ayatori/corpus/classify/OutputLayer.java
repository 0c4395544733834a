package dev.ayatori.corpus.classify;

import java.util.List;

/** From the mean of a text's rows to its labels. */
sealed interface OutputLayer permits SoftmaxLayer, HuffmanLayer, IndependentLayer {
    /** A label and how good it is: the logarithm of its probability. */
    record Scored(int label, float score) {}

    /** The best {@code count} labels whose probability is {@code least} at least, best first. */
    List<Scored> best(float[] hidden, int count, float least);

    /**
     * One step of gradient descent; adds what the hidden vector should change.
     *
     * @param targets the labels to learn: one, or all of an example where labels stand for themselves
     */
    void learn(float[] hidden, int[] targets, float rate, float[] gradient);

    /** fastText's logarithm, which never ends in minus infinity; rounded to f32 as there. */
    static float log(double probability) {
        return (float) StrictMath.log(probability + 1e-5);
    }
}
