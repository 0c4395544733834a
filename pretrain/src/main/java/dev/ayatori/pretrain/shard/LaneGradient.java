package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * The gradient of one lane: its micro-batches summed one after the other in f32. A section leaves as soon as its last
 * micro-batch is in, so that a lane of one micro-batch never holds more than a section at a time.
 */
public final class LaneGradient {

    private final List<FlatSection> sections;
    private final int lane;
    private final int microBatches;
    private final GradientSums sums;
    private final Tensor[] buffers;
    private final int[] added;

    LaneGradient(List<FlatSection> sections, int lane, int microBatches, GradientSums sums) {
        this.sections = sections;
        this.lane = lane;
        this.microBatches = microBatches;
        this.sums = sums;
        this.buffers = new Tensor[sections.size()];
        this.added = new int[sections.size()];
    }

    /** Adds a micro-batch's gradients of a section, one for each parameter. */
    public void add(int section, List<Tensor> gradients) {
        Found found = new Found(sections.get(section), gradients);
        if (microBatches == 1) {
            sums.add(section, lane, found);
        } else if (buffers[section] == null) {
            buffers[section] = found.make();
            countIn(section);
        } else {
            found.addTo(buffers[section]);
            countIn(section);
        }
    }

    /** The gradients of one micro-batch as they were found. */
    private record Found(FlatSection section, List<Tensor> gradients) implements TreeSum.Leaf {
        @Override
        public Tensor make() {
            try (Scope _ = Scope.open()) {
                Tensor sum = Tensor.empty(DataType.F32, section.length()).keep();
                sum.narrow(0, section.values(), section.length() - section.values())
                        .zeroInPlace();
                List<Tensor> views = section.views(sum);
                for (int i = 0; i < views.size(); i++) {
                    views.get(i).copyInPlace(gradients.get(i));
                }
                return sum;
            }
        }

        @Override
        public void addTo(Tensor sum) {
            try (Scope _ = Scope.open()) {
                List<Tensor> views = section.views(sum);
                for (int i = 0; i < views.size(); i++) {
                    views.get(i).addInPlace(gradients.get(i), 1);
                }
            }
        }
    }

    /** Lets a micro-batch add to the sum of a section by itself: one view for each parameter. */
    public void add(int section, Consumer<List<Tensor>> adding) {
        try (Scope _ = Scope.open()) {
            if (buffers[section] == null) {
                buffers[section] = Tensor.zeros(
                                DataType.F32, sections.get(section).length())
                        .keep();
            }
            adding.accept(sections.get(section).views(buffers[section]));
        }
        countIn(section);
    }

    private void countIn(int section) {
        if (++added[section] == microBatches) {
            Tensor sum = buffers[section];
            buffers[section] = null;
            sums.add(section, lane, TreeSum.Leaf.of(sum));
        }
    }
}
