package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What one process holds of one section: f32 master weights and moments of its pieces, and the weights that are computed
 * with, of all pieces unless these are divided too. In f32 the master weights are a view of those.
 */
public final class SectionState implements AutoCloseable {

    private final FlatSection flat;
    private final Pieces held;
    private final boolean whole;
    private final Tensor computed;
    private final Tensor master;
    private final Tensor first;
    private final Tensor second;
    private final List<Tensor> weights = new ArrayList<>();

    /** Zeros, to be filled by a first draw or a checkpoint. */
    SectionState(FlatSection flat, Layout layout, Moments moments) {
        this(flat, layout, layout.held(), moments);
    }

    /** Weights to compute with of a section that other processes train. */
    static SectionState borrowed(FlatSection flat, Layout layout) {
        return new SectionState(flat, layout, new Pieces(0, 0), Moments.inMemory());
    }

    private SectionState(FlatSection flat, Layout layout, Pieces held, Moments moments) {
        this.flat = flat;
        this.held = held;
        this.whole = !layout.stage().dividesWeights() || layout.alone();
        try (Scope _ = Scope.open()) {
            long length = flat.length(held);
            this.computed =
                    Tensor.zeros(layout.type(), whole ? flat.length() : length).keep();
            this.master =
                    (layout.type() == DataType.F32 ? ofHeld(computed) : Tensor.zeros(DataType.F32, length)).keep();
            this.first = moments.zeros(length).keep();
            this.second = moments.zeros(length).keep();
            if (whole) {
                for (Tensor view : flat.views(computed)) {
                    weights.add(view.detach().withGradient().keep());
                }
            }
        }
    }

    /**
     * How a process holds sections.
     *
     * @param type of the weights that are computed with
     * @param stage what is divided
     * @param rank of this process among those that share the sections
     * @param ranks how many they are
     */
    public record Layout(DataType type, ZeroStage stage, int rank, int ranks) {
        boolean alone() {
            return ranks == 1;
        }

        /** The pieces whose master weights and moments are here. */
        public Pieces held() {
            return stage.dividesOptimizer() ? Pieces.of(rank, ranks) : Pieces.all();
        }
    }

    /** Where moments are kept. */
    @FunctionalInterface
    public interface Moments extends AutoCloseable {
        /** So many f32 zeros. */
        Tensor zeros(long length);

        /** Frees what does not end with its tensors. */
        @Override
        default void close() {}

        /** In memory. */
        static Moments inMemory() {
            return length -> Tensor.zeros(DataType.F32, length);
        }
    }

    /** The layout of the section. */
    public FlatSection flat() {
        return flat;
    }

    /** The pieces of master weights and moments that are here. */
    public Pieces held() {
        return held;
    }

    /** Master weights of the held pieces. */
    public Tensor master() {
        return master;
    }

    /** First moment of the held pieces. */
    public Tensor first() {
        return first;
    }

    /** Second moment of the held pieces. */
    public Tensor second() {
        return second;
    }

    /** Whether all weights that are computed with are here. */
    boolean whole() {
        return whole;
    }

    /** The weights that are computed with: the whole section or the held pieces. */
    Tensor computed() {
        return computed;
    }

    /** The computed weights of the held pieces. */
    public Tensor computedHeld() {
        return ofHeld(computed);
    }

    private Tensor ofHeld(Tensor values) {
        return whole ? flat.slice(values, held) : values;
    }

    /** Sets the computed weights of the held pieces to the master weights. */
    void round() {
        if (computed.type() != DataType.F32) {
            try (Scope _ = Scope.open()) {
                computedHeld().copyInPlace(master);
            }
        }
    }

    /** Some of the held pieces of the master weights or of a moment. */
    public Tensor slice(Tensor held, Pieces pieces) {
        return held.narrow(0, flat.start(pieces) - flat.start(this.held), flat.length(pieces));
    }

    /** One leaf for each parameter, where the section is whole. */
    List<Tensor> weights() {
        return weights;
    }

    /** Bytes of computed weights, master weights and moments. */
    public long bytes() {
        long ownMaster = computed.type() == DataType.F32 ? 0 : master.size() * Float.BYTES;
        return computed.size() * computed.type().bytes() + ownMaster + (first.size() + second.size()) * Float.BYTES;
    }

    @Override
    public void close() {
        weights.forEach(Tensor::close);
        first.close();
        second.close();
        master.close();
        computed.close();
    }
}
