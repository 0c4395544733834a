package dev.ayatori.model;

import dev.ayatori.tensor.Tensor;
import java.util.List;

/**
 * A decoder-only transformer as functions from tensors to tensors, driven one by one by whoever trains or asks.
 *
 * <p>The residual stream is kept as rows (batch x time, width). Each function takes the weights of its {@link Section}
 * in the section's order.
 */
public sealed interface Decoder permits Gpt2, Llama {

    /** The sizes of the model. */
    ModelShape shape();

    /** The embedding, the blocks and the head; their parameters one after the other are the order of all files. */
    List<Section> sections();

    /** All parameters in order. */
    default List<Parameter> parameters() {
        return sections().stream()
                .flatMap(section -> section.parameters().stream())
                .toList();
    }

    /** What blocks need to know of places, (batch x time), each counted from the start of its document. */
    Positions positions(long time, long[] places);

    /** Vectors of the tokens: ids (batch x time) to rows. */
    Tensor embed(List<Tensor> weights, Tensor ids, Positions positions);

    /** Adds the gradient of the embedding, summed in f32, to one tensor for each of its parameters. */
    void addEmbeddingGradient(List<Tensor> gradients, Tensor ids, Positions positions, Tensor incoming);

    /** One block; intermediate tensors are freed unless gradients need them. */
    Tensor block(List<Tensor> weights, Tensor rows, Positions positions, Attention attention);

    /** The normalisation before the head. */
    Tensor finalNorm(List<Tensor> weights, Tensor rows);

    /** The head: rows (n, width) to logits (n, vocabulary) with a matrix (vocabulary, width). */
    default Tensor logits(Tensor headMatrix, Tensor normedRows) {
        return normedRows.matmul(headMatrix.transpose(0, 1));
    }
}
