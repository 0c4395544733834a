package dev.ayatori.pretrain.step;

import dev.ayatori.pretrain.shard.LaneGradient;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.ProcessGroup;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Micro-batches through the stages of a pipeline, one forward and one backward at a time (1F1B: Narayanan et al. 2019 and
 * 2021): a stage never stashes more micro-batches than there are stages behind it. Gradients are added in the order of
 * the micro-batches, so their bits do not depend on the number of stages; a model in one process is a pipeline of one.
 */
public final class Pipeline {

    private final Segment segment;
    private final Stages stages;
    private final DataType type;
    private final int width;

    /**
     * The place of this process in a pipeline.
     *
     * @param group in which the stages talk
     * @param ranks of the stages, the first stage first
     * @param own number of the stage of this process
     */
    public record Stages(ProcessGroup group, List<Integer> ranks, int own) {

        /** A model in one process. */
        public static Stages one(ProcessGroup group) {
            return new Stages(group, List.of(group.rank()), 0);
        }

        /** Whether the embedding is here. */
        public boolean first() {
            return own == 0;
        }

        /** Whether the head is here. */
        public boolean last() {
            return own == ranks.size() - 1;
        }

        int previous() {
            return ranks.get(own - 1);
        }

        int next() {
            return ranks.get(own + 1);
        }
    }

    /** A stage whose rows have the given width and type. */
    public Pipeline(Segment segment, Stages stages, DataType type, int width) {
        this.segment = segment;
        this.stages = stages;
        this.type = type;
        this.width = width;
    }

    /**
     * A micro-batch and where its gradient goes.
     *
     * @param batch what is read
     * @param gradient of its lane
     */
    public record Work(MicroBatch batch, LaneGradient gradient) {}

    /** Adds the gradients of {@code scale x loss}; tells the summed loss of each where the head is, else zeros. */
    public double[] train(List<Work> works, double scale) {
        return new Run(works, scale).all();
    }

    /** The summed loss without gradients where the head is, else zero. */
    public double loss(MicroBatch batch) {
        try (Stash stash = begin(batch)) {
            if (stages.last()) {
                return segment.loss(stash);
            }
            try (Tensor rows = segment.through(stash)) {
                stages.group().send(rows, stages.next()).await();
            }
            return 0;
        }
    }

    private Stash begin(MicroBatch batch) {
        if (stages.first()) {
            return segment.embed(batch);
        }
        return segment.receive(batch, receive(batch, stages.previous()));
    }

    private Tensor receive(MicroBatch batch, int from) {
        Tensor rows = Tensor.empty(type, batch.rows(), width).keep();
        stages.group().receive(rows, from).await();
        return rows;
    }

    /** The micro-batches of one step. */
    private final class Run {
        private final List<Work> works;
        private final double scale;
        private final Deque<Stash> stashes = new ArrayDeque<>();
        private final Deque<ProcessGroup.Transfer> rowsSent = new ArrayDeque<>();
        private final Deque<Runnable> gradientsSent = new ArrayDeque<>();
        private int begun;

        Run(List<Work> works, double scale) {
            this.works = works;
            this.scale = scale;
        }

        double[] all() {
            int behind = stages.ranks().size() - 1 - stages.own();
            while (begun < Math.min(behind, works.size())) {
                forward();
            }
            double[] losses = new double[works.size()];
            for (int i = 0; i < losses.length; i++) {
                if (begun < works.size()) {
                    forward();
                }
                losses[i] = backward(works.get(i));
            }
            gradientsSent.forEach(Runnable::run);
            return losses;
        }

        private void forward() {
            Stash stash = begin(works.get(begun++).batch());
            segment.forward(stash);
            if (!stages.last()) {
                rowsSent.add(stages.group().send(stash.rows(), stages.next()));
            }
            stashes.add(stash);
        }

        private double backward(Work work) {
            try (Stash stash = stashes.remove()) {
                double loss = 0;
                Tensor outgoing;
                if (stages.last()) {
                    Segment.Loss head = segment.lossAndGradient(stash, scale, work.gradient());
                    loss = head.sum();
                    outgoing = head.gradient();
                } else {
                    outgoing = receive(work.batch(), stages.next());
                    rowsSent.remove().await();
                }
                Tensor incoming = segment.backward(stash, outgoing, work.gradient());
                if (stages.first()) {
                    segment.embedBackward(stash, incoming, work.gradient());
                } else {
                    sendBack(incoming);
                }
                return loss;
            }
        }

        /** Does not wait: the stage before may be sending rows itself. */
        private void sendBack(Tensor incoming) {
            if (!gradientsSent.isEmpty()) {
                gradientsSent.remove().run();
            }
            ProcessGroup.Transfer sent = stages.group().send(incoming, stages.previous());
            gradientsSent.add(() -> {
                sent.await();
                incoming.close();
            });
        }
    }
}
