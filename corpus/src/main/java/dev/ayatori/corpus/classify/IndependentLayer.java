package dev.ayatori.corpus.classify;

import java.util.BitSet;
import java.util.List;

/** A probability for each label by itself. */
record IndependentLayer(Rows rows) implements OutputLayer {
    @Override
    public List<Scored> best(float[] hidden, int count, float least) {
        float[] probabilities = rows.times(hidden);
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = Sigmoid.inSteps(probabilities[label]);
        }
        return BestLabels.of(probabilities, count, least);
    }

    @Override
    public void learn(float[] hidden, int[] targets, float rate, float[] gradient) {
        BitSet wanted = new BitSet();
        for (int target : targets) {
            wanted.set(target);
        }
        float[] scores = rows.times(hidden);
        for (int label = 0; label < scores.length; label++) {
            float step = rate * ((wanted.get(label) ? 1 : 0) - Sigmoid.inSteps(scores[label]));
            rows.learn(label, hidden, step, gradient);
        }
    }
}
