package dev.ayatori.corpus.classify;

import java.util.List;

/** One probability over all labels. */
record SoftmaxLayer(Rows rows) implements OutputLayer {
    @Override
    public List<Scored> best(float[] hidden, int count) {
        return OutputLayer.best(probabilities(hidden), count);
    }

    private double[] probabilities(float[] hidden) {
        double[] probabilities = new double[rows.rows()];
        double most = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = rows.dot(label, hidden);
            most = Math.max(most, probabilities[label]);
        }
        double sum = 0;
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = StrictMath.exp(probabilities[label] - most);
            sum += probabilities[label];
        }
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] /= sum;
        }
        return probabilities;
    }

    @Override
    public double learn(float[] hidden, int label, float rate, float[] gradient) {
        double[] probabilities = probabilities(hidden);
        for (int each = 0; each < probabilities.length; each++) {
            float step = rate * ((each == label ? 1 : 0) - (float) probabilities[each]);
            rows.addTo(gradient, each, step);
            rows.add(each, hidden, step);
        }
        return -OutputLayer.log(probabilities[label]);
    }
}
