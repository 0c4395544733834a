package dev.ayatori.corpus.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From the mean of a text's rows to its labels. */
sealed interface OutputLayer permits SoftmaxLayer, HuffmanLayer, IndependentLayer {
    /** A label and the logarithm of its probability. */
    record Scored(int label, float logProbability) {}

    /** The best {@code count} labels, best first. */
    List<Scored> best(float[] hidden, int count);

    /** One step of gradient descent towards a label; adds what the hidden vector should change and gives the loss. */
    double learn(float[] hidden, int label, float rate, float[] gradient);

    /** fastText's logarithm, which never ends in minus infinity; rounded to f32 as there. */
    static float log(double probability) {
        return (float) StrictMath.log(probability + 1e-5);
    }

    /** Rounded to f32 where fastText does: near 1 it decides about the labels of the other side. */
    static float sigmoid(float value) {
        return (float) (1.0 / (1 + (float) StrictMath.exp(-value)));
    }

    static List<Scored> best(double[] probabilities, int count) {
        List<Scored> all = new ArrayList<>();
        for (int label = 0; label < probabilities.length; label++) {
            all.add(new Scored(label, log(probabilities[label])));
        }
        all.sort(Comparator.comparingDouble(Scored::logProbability).reversed());
        return all.subList(0, Math.min(count, all.size()));
    }
}
