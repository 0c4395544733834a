package dev.ayatori.pretrain.step;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;

/**
 * The head and its loss a few rows at a time: the logits of a whole batch never exist at once.
 *
 * <p>Loss and gradients come from one pass: with p = softmax(h E^T), the gradient of the logits is p minus one at the
 * target.
 */
final class CrossEntropyHead {

    private final Tensor embedding;
    private final long chunk;

    /** A head with the tied embedding (vocabulary, width) that holds the logits of {@code chunk} rows at once. */
    CrossEntropyHead(Tensor embedding, long chunk) {
        this.embedding = embedding;
        this.chunk = chunk;
    }

    /** The sum of -log p(target) over the rows, in nats. */
    double loss(Tensor rows, Tensor targets) {
        double loss = 0;
        for (long at = 0; at < rows.size(0); at += chunk) {
            try (Scope _ = Scope.open()) {
                long length = Math.min(chunk, rows.size(0) - at);
                Tensor wanted = targets.narrow(0, at, length).view(length, 1);
                loss -= logProbabilities(rows.narrow(0, at, length))
                        .gather(wanted)
                        .sum()
                        .item();
            }
        }
        return loss;
    }

    /**
     * The summed loss; writes the gradient of {@code scale x loss} with respect to the rows into {@code rowGradient} and
     * adds that of the embedding to {@code embeddingGradient}.
     */
    double lossAndGradients(Rows rows, double scale, Tensor rowGradient, Tensor embeddingGradient) {
        double loss = 0;
        for (long at = 0; at < rows.hidden().size(0); at += chunk) {
            try (Scope _ = Scope.open()) {
                long length = Math.min(chunk, rows.hidden().size(0) - at);
                Tensor hidden = rows.hidden().narrow(0, at, length);
                Tensor wanted = rows.targets().narrow(0, at, length).view(length, 1);
                Tensor logProbabilities = logProbabilities(hidden);
                loss -= logProbabilities.gather(wanted).sum().item();
                Tensor gradient = logProbabilities
                        .expInPlace()
                        .scatterAddInPlace(wanted, -1)
                        .mulInPlace(scale)
                        .to(embedding.type());
                rowGradient.narrow(0, at, length).copyInPlace(gradient.matmul(embedding));
                addProduct(embeddingGradient, gradient.transpose(0, 1), hidden);
            }
        }
        return loss;
    }

    /**
     * Rows that the loss counts.
     *
     * @param hidden normalised rows (n, width)
     * @param targets the token each row has to predict
     */
    record Rows(Tensor hidden, Tensor targets) {}

    private Tensor logProbabilities(Tensor hidden) {
        return hidden.matmul(embedding.transpose(0, 1)).to(DataType.F32).logSoftmaxInPlace();
    }

    private static void addProduct(Tensor sum, Tensor left, Tensor right) {
        if (left.type() == DataType.F32) {
            sum.addMatmulInPlace(left, right);
        } else {
            sum.addInPlace(left.matmul(right), 1);
        }
    }
}
