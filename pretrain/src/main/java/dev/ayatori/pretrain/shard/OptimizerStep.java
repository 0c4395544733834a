package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.FusedAdamW;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.tensor.Vectors;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** From the gradients of one step to new weights, each process on its pieces. */
public final class OptimizerStep {

    private final List<SectionState> states;
    private final GradientSums sums;

    /** A step of these sections from their summed gradients. */
    public OptimizerStep(List<SectionState> states, GradientSums sums) {
        this.states = states;
        this.sums = sums;
    }

    /** The sum of squares of each own piece of a section: zeros for the pieces of others. */
    public double[] squares(int section, Pieces own) {
        double[] squares = new double[FlatSection.PIECES];
        FlatSection flat = states.get(section).flat();
        try (Scope _ = Scope.open()) {
            MemorySegment gradient = sums.slice(section, own).segment();
            long length = flat.length(own) / own.count();
            for (int piece = 0; piece < own.count(); piece++) {
                squares[own.begin() + piece] = Vectors.sumOfSquares(gradient, piece * length, (piece + 1) * length);
            }
        }
        return squares;
    }

    /** Moves the held master weights of a section and rounds them to the weights that are computed with. */
    public void update(int section, FusedAdamW adam, double weightDecay) {
        SectionState state = states.get(section);
        try (Scope _ = Scope.open()) {
            Tensor computed = state.computedHeld();
            FusedAdamW.Memory memory = new FusedAdamW.Memory(
                    sums.slice(section, state.held()).segment(),
                    state.master().segment(),
                    state.first().segment(),
                    state.second().segment(),
                    computed.type() == DataType.F32 ? MemorySegment.NULL : computed.segment(),
                    computed.type());
            for (FlatSection.Range range : state.flat().ranges(state.held())) {
                adam.apply(memory, range.begin(), range.end(), range.parameter().decays() ? weightDecay : 0);
            }
        }
    }
}
