package dev.ayatori.pretrain.plan;

import dev.ayatori.model.ModelShape;
import dev.ayatori.tensor.DataType;

/**
 * What one step computes, whoever computes it.
 *
 * @param shape of the model
 * @param type of the weights that are computed with
 * @param microBatch sequences that a lane computes at once
 * @param context tokens of one sequence
 * @param lanes independent sums of gradients
 * @param microBatchesPerLane how many each of them adds up
 */
public record Workload(
        ModelShape shape, DataType type, int microBatch, int context, int lanes, int microBatchesPerLane) {

    /** Tokens that are computed at once. */
    long rows() {
        return (long) microBatch * context;
    }
}
