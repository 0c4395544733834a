package dev.ayatori.corpus.classify;

import java.util.List;

/** One probability over all labels. */
record SoftmaxLayer(Rows rows) implements OutputLayer {
    @Override
    public List<Scored> best(float[] hidden, int count, float least) {
        return BestLabels.of(probabilities(hidden), count, least);
    }

    private float[] probabilities(float[] hidden) {
        float[] probabilities = rows.times(hidden);
        float most = probabilities[0];
        for (float score : probabilities) {
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = (float) StrictMath.exp(probabilities[label] - most);
            sum += probabilities[label];
        }
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] /= sum;
        }
        return probabilities;
    }

    @Override
    public void learn(float[] hidden, int[] targets, float rate, float[] gradient) {
        float[] probabilities = probabilities(hidden);
        for (int label = 0; label < probabilities.length; label++) {
            float step = rate * ((label == targets[0] ? 1 : 0) - probabilities[label]);
            rows.learn(label, hidden, step, gradient);
        }
    }
}
