package dev.ayatori.corpus.classify;

import java.util.Arrays;
import java.util.List;

/** Labels at the leaves of a Huffman tree: frequent ones are few decisions from the root (Joulin et al. 2017, 2.1). */
final class HuffmanLayer implements OutputLayer {
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
        Arrays.fill(weights, Long.MAX_VALUE);
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
    public List<Scored> best(float[] hidden, int count, float least) {
        BestLabels best = new BestLabels(count);
        search(2 * labels - 2, 0, hidden, OutputLayer.log(least), best);
        return best.sorted();
    }

    private void search(int node, float score, float[] hidden, float least, BestLabels best) {
        if (score < least || !best.takes(score)) {
            return;
        }
        if (node < labels) {
            best.add(node, score);
            return;
        }
        float right = Sigmoid.of(rows.dot(node - labels, hidden));
        search(left[node], score + OutputLayer.log(1 - right), hidden, least, best);
        search(this.right[node], score + OutputLayer.log(right), hidden, least, best);
    }

    @Override
    public void learn(float[] hidden, int[] targets, float rate, float[] gradient) {
        for (int node = targets[0]; node != 2 * labels - 2; node = parent[node]) {
            int row = parent[node] - labels;
            boolean goesRight = right[parent[node]] == node;
            float step = rate * ((goesRight ? 1 : 0) - Sigmoid.inSteps(rows.dot(row, hidden)));
            rows.learn(row, hidden, step, gradient);
        }
    }
}
