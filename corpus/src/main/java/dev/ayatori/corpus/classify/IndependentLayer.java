package dev.ayatori.corpus.classify;

import java.util.List;

/** A probability for each label by itself. */
record IndependentLayer(Rows rows) implements OutputLayer {
    @Override
    public List<Scored> best(float[] hidden, int count) {
        double[] probabilities = new double[rows.rows()];
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = OutputLayer.sigmoid(rows.dot(label, hidden));
        }
        return OutputLayer.best(probabilities, count);
    }

    @Override
    public double learn(float[] hidden, int label, float rate, float[] gradient) {
        double loss = 0;
        for (int each = 0; each < rows.rows(); each++) {
            float probability = OutputLayer.sigmoid(rows.dot(each, hidden));
            float step = rate * ((each == label ? 1 : 0) - probability);
            rows.addTo(gradient, each, step);
            rows.add(each, hidden, step);
            loss -= OutputLayer.log(each == label ? probability : 1 - probability);
        }
        return loss;
    }
}
