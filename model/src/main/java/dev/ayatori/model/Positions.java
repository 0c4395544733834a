package dev.ayatori.model;

import dev.ayatori.tensor.Tensor;
import java.util.List;

/**
 * Where the tokens of a batch stand.
 *
 * @param time tokens of one sequence
 * @param places place of each token in its document, (batch x time)
 * @param rotation what the blocks of an architecture need beside it, made once for all of them
 */
public record Positions(long time, Tensor places, List<Tensor> rotation) {

    /** Copies the list. */
    public Positions {
        rotation = List.copyOf(rotation);
    }
}
