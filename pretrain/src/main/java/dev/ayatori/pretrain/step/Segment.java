package dev.ayatori.pretrain.step;

import dev.ayatori.model.Decoder;
import dev.ayatori.model.Positions;
import dev.ayatori.model.Section;
import dev.ayatori.pretrain.shard.ComputedWeights;
import dev.ayatori.pretrain.shard.LaneGradient;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive sections of a model that one process computes: all of them, or a pipeline stage.
 *
 * <p>The model is driven section by section: forward keeps each block's input; backward asks each block for its
 * vector-Jacobian product, computing the block again where only the input was kept (Chen et al. 2016). Both ways give
 * the same bits. Sections are counted from the first of this segment.
 */
public final class Segment {

    /** Logits held at once, in rows. */
    private static final long HEAD_ROWS = 256;

    private final Decoder model;
    private final List<Section> sections;
    private final ComputedWeights weights;
    private final Recompute recompute;
    private final int headMatrix;

    /**
     * A segment over its weights.
     *
     * @param headMatrix the section whose first parameter is the tied head, or -1 for a head of its own
     */
    public Segment(
            Decoder model, List<Section> sections, ComputedWeights weights, Recompute recompute, int headMatrix) {
        this.model = model;
        this.sections = List.copyOf(sections);
        this.weights = weights;
        this.recompute = recompute;
        this.headMatrix = headMatrix;
    }

    /** Begins a micro-batch with the embedding; kept until the stash is closed. */
    public Stash embed(MicroBatch batch) {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            Positions positions = positions(batch);
            Tensor rows = model.embed(weights.take(0), ids(batch), positions).keep();
            weights.giveBack(0);
            return new Stash(batch, positions, rows);
        }
    }

    /** Begins a micro-batch with the kept rows of the segment before. */
    public Stash receive(MicroBatch batch, Tensor rows) {
        try (Scope _ = Scope.open()) {
            return new Stash(batch, positions(batch), rows);
        }
    }

    private Positions positions(MicroBatch batch) {
        Positions positions = model.positions(batch.time(), batch.places());
        positions.places().keep();
        positions.rotation().forEach(Tensor::keep);
        return positions;
    }

    /** Runs the blocks, and the last normalisation where it is here. */
    public void forward(Stash stash) {
        for (int section = 0; section < sections.size(); section++) {
            switch (sections.get(section).kind()) {
                case EMBEDDING -> {}
                case BLOCK ->
                    forward(
                            stash,
                            section,
                            recompute.again(sections.get(section).layer()));
                case HEAD -> forward(stash, section, false);
            }
        }
    }

    private void forward(Stash stash, int section, boolean again) {
        try (Scope _ = Scope.open()) {
            List<Tensor> own = weights.take(section);
            weights.soon(section + 1);
            Tensor input = stash.rows().detach().keep();
            if (again) {
                try (Gradients.Off _ = Gradients.off()) {
                    Tensor output = apply(section, own, input, stash).keep();
                    stash.push(new Stash.Pass(section, input, List.of(), List.of()), output);
                }
                weights.giveBack(section);
            } else {
                // The gradient's graph holds these weights: they stay together until backward.
                Tensor output = apply(section, own, input.withGradient(), stash).keep();
                stash.push(
                        new Stash.Pass(section, input, List.of(output), own),
                        output.detach().keep());
            }
        }
    }

    private Tensor apply(int section, List<Tensor> own, Tensor rows, Stash stash) {
        return switch (sections.get(section).kind()) {
            case BLOCK ->
                model.block(own, rows, stash.positions(), stash.batch().attention());
            case HEAD -> model.finalNorm(own, rows);
            case EMBEDDING -> throw new AssertionError("the embedding takes ids");
        };
    }

    /**
     * The summed loss of a micro-batch whose forward ended at the head; adds the head's gradients of {@code scale x loss}.
     *
     * @return the loss and the kept gradient of the rows that came into the head
     */
    public Loss lossAndGradient(Stash stash, double scale, LaneGradient gradient) {
        int section = stash.section();
        Stash.Pass norm = stash.pop();
        try (norm;
                Scope _ = Scope.open()) {
            Tensor outgoing = Tensor.zeros(stash.rows().type(), stash.rows().shape());
            double[] loss = new double[1];
            if (headMatrix < 0) {
                Tensor[] incoming = new Tensor[1];
                gradient.add(section, views -> {
                    loss[0] = head(stash, norm.weights().getLast(), scale, outgoing, views.getLast());
                    List<Tensor> found = gradients(norm, norm.weights().subList(0, views.size() - 1), outgoing);
                    incoming[0] = found.getFirst().keep();
                    for (int i = 0; i < views.size() - 1; i++) {
                        views.get(i).addInPlace(found.get(i + 1), 1);
                    }
                });
                weights.giveBack(section);
                return new Loss(loss[0], incoming[0]);
            }
            Tensor matrix = weights.take(headMatrix).getFirst();
            gradient.add(sections.size(), views -> loss[0] = head(stash, matrix, scale, outgoing, views.getFirst()));
            weights.giveBack(headMatrix);
            return new Loss(loss[0], backward(stash, norm, outgoing, gradient));
        }
    }

    /**
     * What the head hands back.
     *
     * @param sum of -log p over the counted rows, in nats
     * @param gradient of the rows that came into the head, kept
     */
    public record Loss(double sum, Tensor gradient) {}

    /** Sends a kept gradient back through the blocks; gives the kept gradient of the segment's input. */
    public Tensor backward(Stash stash, Tensor outgoing, LaneGradient gradient) {
        Tensor incoming = outgoing;
        while (!stash.isEmpty()) {
            try (Stash.Pass pass = stash.pop();
                    Tensor _ = incoming) {
                incoming = backward(stash, pass, incoming, gradient);
            }
        }
        return incoming;
    }

    /** Ends the backward of a segment that begins with the embedding; frees the incoming gradient. */
    public void embedBackward(Stash stash, Tensor incoming, LaneGradient gradient) {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off();
                Tensor _ = incoming) {
            gradient.add(
                    0, views -> model.addEmbeddingGradient(views, ids(stash.batch()), stash.positions(), incoming));
        }
    }

    private Stash.Pass again(Stash stash, Stash.Pass pass) {
        List<Tensor> own = weights.take(pass.section());
        if (pass.section() > 0 && sections.get(pass.section() - 1).kind() == Section.Kind.BLOCK) {
            weights.soon(pass.section() - 1);
        }
        Tensor output = apply(pass.section(), own, pass.input().withGradient(), stash);
        return new Stash.Pass(pass.section(), pass.input(), List.of(output), own);
    }

    private Tensor backward(Stash stash, Stash.Pass pass, Tensor outgoing, LaneGradient gradient) {
        try (Scope _ = Scope.open()) {
            Stash.Pass recorded = pass.recorded() ? pass : again(stash, pass);
            List<Tensor> found = gradients(recorded, recorded.weights(), outgoing);
            gradient.add(pass.section(), found.subList(1, found.size()));
            weights.giveBack(pass.section());
            return found.getFirst().keep();
        }
    }

    private static List<Tensor> gradients(Stash.Pass pass, List<Tensor> weights, Tensor outgoing) {
        List<Tensor> wanted = new ArrayList<>();
        wanted.add(pass.input());
        wanted.addAll(weights);
        return Gradients.of(pass.output().getFirst(), wanted, outgoing);
    }

    private double head(Stash stash, Tensor matrix, double scale, Tensor outgoing, Tensor matrixGradient) {
        MicroBatch batch = stash.batch();
        if (batch.targets().length == 0) {
            return 0;
        }
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            Tensor targets = Tensor.of(batch.targets(), batch.targets().length);
            Tensor hidden = counted(stash.rows(), batch);
            Tensor hiddenGradient = batch.countsEveryRow() ? outgoing : Tensor.zeros(hidden.type(), hidden.shape());
            double loss = new CrossEntropyHead(matrix.detach(), HEAD_ROWS)
                    .lossAndGradients(
                            new CrossEntropyHead.Rows(hidden, targets), scale, hiddenGradient, matrixGradient);
            if (!batch.countsEveryRow()) {
                outgoing.addRowsInPlace(Tensor.of(batch.countedRows(), batch.countedRows().length), hiddenGradient);
            }
            return loss;
        }
    }

    /** The summed loss of kept rows that come into this segment, without gradients; the segment must end at the head. */
    public double loss(Stash stash) {
        int last = sections.size() - 1;
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            MicroBatch batch = stash.batch();
            Tensor normed = through(stash, stash.rows());
            Tensor matrix = headMatrix < 0
                    ? weights.take(last).getLast()
                    : weights.take(headMatrix).getFirst();
            Tensor targets = Tensor.of(batch.targets(), batch.targets().length);
            double loss = batch.targets().length == 0
                    ? 0
                    : new CrossEntropyHead(matrix, HEAD_ROWS).loss(counted(normed, batch), targets);
            weights.giveBack(headMatrix < 0 ? last : headMatrix);
            return loss;
        }
    }

    /** The kept rows that leave a segment before the head, without gradients. */
    public Tensor through(Stash stash) {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            return through(stash, stash.rows()).keep();
        }
    }

    private Tensor through(Stash stash, Tensor given) {
        Tensor rows = given;
        for (int section = 0; section < sections.size(); section++) {
            if (sections.get(section).kind() != Section.Kind.EMBEDDING) {
                List<Tensor> own = weights.take(section);
                weights.soon(section + 1);
                rows = apply(section, own, rows, stash);
                weights.giveBack(section);
            }
        }
        return rows;
    }

    private static Tensor counted(Tensor rows, MicroBatch batch) {
        return batch.countsEveryRow() ? rows : rows.rows(Tensor.of(batch.countedRows(), batch.countedRows().length));
    }

    private static Tensor ids(MicroBatch batch) {
        return Tensor.of(batch.ids(), batch.ids().length);
    }
}
