package dev.ayatori.pretrain.step;

import dev.ayatori.model.Positions;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What forward leaves behind for the backward of one micro-batch. */
public final class Stash implements AutoCloseable {

    private final MicroBatch batch;
    private final Positions positions;
    private final Deque<Pass> passes = new ArrayDeque<>();
    private Tensor rows;

    Stash(MicroBatch batch, Positions positions, Tensor rows) {
        this.batch = batch;
        this.positions = positions;
        this.rows = rows;
    }

    /** One section that was run: its input, and its output and weights where these are recorded for gradients. */
    record Pass(int section, Tensor input, List<Tensor> output, List<Tensor> weights) implements AutoCloseable {
        boolean recorded() {
            return !output.isEmpty();
        }

        @Override
        public void close() {
            input.close();
            output.forEach(Tensor::close);
        }
    }

    MicroBatch batch() {
        return batch;
    }

    Positions positions() {
        return positions;
    }

    /** What came out of the last section so far, kept. */
    public Tensor rows() {
        return rows;
    }

    void push(Pass pass, Tensor rows) {
        passes.push(pass);
        this.rows.close();
        this.rows = rows;
    }

    Pass pop() {
        return passes.pop();
    }

    boolean isEmpty() {
        return passes.isEmpty();
    }

    int section() {
        return passes.element().section();
    }

    @Override
    public void close() {
        passes.forEach(Pass::close);
        rows.close();
        positions.places().close();
        positions.rotation().forEach(Tensor::close);
    }
}
