package dev.ayatori.corpus.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Labels at the leaves of a Huffman tree: frequent ones are few decisions from the root (Joulin et al. 2017, 2.1). */
final class HuffmanLayer implements OutputLayer {
    /** fastText leaves paths that fall below the logarithm it takes for none. */
    private static final float LEAST = OutputLayer.log(0);

    private final Rows rows;
    private final int labels;
    private final int[] left;
    private final int[] right;
    private final int[] parent;

    /**
     * A layer over a tree.
     *
     * @param counts how often each label occurred, falling
     */
    HuffmanLayer(Rows rows, long[] counts) {
        this.rows = rows;
        this.labels = counts.length;
        int nodes = 2 * labels - 1;
        left = new int[nodes];
        right = new int[nodes];
        parent = new int[nodes];
        long[] weights = new long[nodes];
        java.util.Arrays.fill(weights, Long.MAX_VALUE);
        System.arraycopy(counts, 0, weights, 0, labels);
        int leaf = labels - 1;
        int inner = labels;
        for (int node = labels; node < nodes; node++) {
            int[] lightest = new int[2];
            for (int i = 0; i < 2; i++) {
                lightest[i] = leaf >= 0 && weights[leaf] < weights[inner] ? leaf-- : inner++;
            }
            left[node] = lightest[0];
            right[node] = lightest[1];
            weights[node] = weights[lightest[0]] + weights[lightest[1]];
            parent[lightest[0]] = node;
            parent[lightest[1]] = node;
        }
    }

    @Override
    public List<Scored> best(float[] hidden, int count) {
        PriorityQueue<Scored> best = new PriorityQueue<>(Comparator.comparingDouble(Scored::logProbability));
        search(2 * labels - 2, 0, hidden, count, best);
        List<Scored> sorted = new ArrayList<>(best);
        sorted.sort(Comparator.comparingDouble(Scored::logProbability).reversed());
        return sorted;
    }

    private void search(int node, float score, float[] hidden, int count, PriorityQueue<Scored> best) {
        if (score < LEAST || best.size() == count && score < best.element().logProbability()) {
            return;
        }
        if (node < labels) {
            best.add(new Scored(node, score));
            if (best.size() > count) {
                best.remove();
            }
            return;
        }
        float right = OutputLayer.sigmoid(rows.dot(node - labels, hidden));
        search(left[node], score + OutputLayer.log(1 - right), hidden, count, best);
        search(this.right[node], score + OutputLayer.log(right), hidden, count, best);
    }

    @Override
    public double learn(float[] hidden, int label, float rate, float[] gradient) {
        double loss = 0;
        for (int node = label; node != 2 * labels - 2; node = parent[node]) {
            boolean goesRight = right[parent[node]] == node;
            int row = parent[node] - labels;
            float probability = OutputLayer.sigmoid(rows.dot(row, hidden));
            float step = rate * ((goesRight ? 1 : 0) - probability);
            rows.addTo(gradient, row, step);
            rows.add(row, hidden, step);
            loss -= OutputLayer.log(goesRight ? probability : 1 - probability);
        }
        return loss;
    }
}
