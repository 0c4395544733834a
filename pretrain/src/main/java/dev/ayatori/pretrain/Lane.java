package dev.ayatori.pretrain;

import dev.ayatori.model.Attention;
import dev.ayatori.model.Decoder;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Positions;
import dev.ayatori.model.Section;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums the gradients of its micro-batches, one after the other, in f32.
 *
 * <p>The model is driven block by block: forward keeps each block's input; backward asks each block for its
 * vector-Jacobian product, computing the block again where only the input was kept (Chen et al. 2016). Both ways give
 * the same bits.
 */
final class Lane implements AutoCloseable {

    /** Logits held at once, in rows. */
    private static final long HEAD_ROWS = 256;

    private final Decoder model;
    private final List<Part> parts = new ArrayList<>();
    private final List<Tensor> weights;
    private final Recompute recompute;
    private final Weights gradient;

    /** A section and where its parameters begin in the order of all. */
    private record Part(Section section, int first) {
        int parameters() {
            return section.parameters().size();
        }

        List<Tensor> of(List<Tensor> all) {
            return all.subList(first, first + parameters());
        }
    }

    /** A lane over weights in the order of the parameters, in the type that is computed in. */
    Lane(ModelShape shape, List<Tensor> weights, Recompute recompute) {
        this.model = shape.decoder();
        int first = 0;
        for (Section section : model.sections()) {
            parts.add(new Part(section, first));
            first += section.parameters().size();
        }
        this.weights = weights;
        this.recompute = recompute;
        this.gradient = new Weights(shape, DataType.F32);
    }

    /** The gradient summed so far. */
    Weights gradient() {
        return gradient;
    }

    /** Begins a new sum. */
    void clear() {
        gradient.flat().zeroInPlace();
    }

    /** Adds the gradient of {@code scale x summed loss} of a micro-batch and gives the summed loss. */
    double add(MicroBatch batch, double scale) {
        if (batch.targets().length == 0) {
            return 0;
        }
        try (Scope _ = Scope.open()) {
            Positions positions = positions(batch);
            List<Pass> passes = forward(batch, positions);
            Pass last = passes.removeLast();
            Tensor outgoing = Tensor.zeros(last.output().type(), last.output().shape());
            double loss = head(last.output().detach(), batch, scale, outgoing);
            Tensor incoming = backward(last, outgoing);
            while (!passes.isEmpty()) {
                incoming = backward(passes.removeLast(), incoming);
            }
            try (Gradients.Off _ = Gradients.off()) {
                model.addEmbeddingGradient(parts.getFirst().of(gradient.views()), ids(batch), positions, incoming);
            }
            return loss;
        }
    }

    /** The summed loss of a micro-batch, nothing else. */
    double loss(MicroBatch batch) {
        if (batch.targets().length == 0) {
            return 0;
        }
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            Positions positions = positions(batch);
            Tensor rows = embed(batch, positions);
            for (Part part : blocks()) {
                rows = model.block(part.of(weights), rows, positions, Attention.CAUSAL);
            }
            Tensor normed = model.finalNorm(parts.getLast().of(weights), rows);
            return new CrossEntropyHead(headMatrix(), HEAD_ROWS)
                    .loss(counted(normed, batch), Tensor.of(batch.targets(), batch.targets().length));
        }
    }

    /** One function that was run: what went in, what came out, and the part of the model it is. */
    private record Pass(Body body, Part part, Tensor input, Tensor output) {}

    /** A function from rows to rows. */
    private interface Body {
        Tensor apply(Tensor rows);
    }

    private List<Pass> forward(MicroBatch batch, Positions positions) {
        List<Pass> passes = new ArrayList<>();
        Tensor rows;
        try (Gradients.Off _ = Gradients.off()) {
            rows = embed(batch, positions);
        }
        for (Part part : blocks()) {
            Body body = input -> model.block(part.of(weights), input, positions, Attention.CAUSAL);
            Pass pass = run(body, part, rows);
            passes.add(pass);
            rows = pass.output();
        }
        Body norm = input -> model.finalNorm(parts.getLast().of(weights), input);
        passes.add(recorded(norm, parts.getLast(), rows));
        return passes;
    }

    private Pass run(Body body, Part part, Tensor rows) {
        return switch (recompute) {
            case NONE -> recorded(body, part, rows);
            case EVERY_BLOCK -> {
                try (Gradients.Off _ = Gradients.off()) {
                    yield new Pass(body, part, rows, body.apply(rows));
                }
            }
        };
    }

    private static Pass recorded(Body body, Part part, Tensor rows) {
        Tensor input = rows.detach().withGradient();
        return new Pass(body, part, input, body.apply(input));
    }

    private Tensor backward(Pass pass, Tensor outgoing) {
        return Scope.resultOf(() -> {
            Pass recorded = pass.output().recordsGradient() ? pass : recorded(pass.body(), pass.part(), pass.input());
            List<Tensor> wanted = new ArrayList<>();
            wanted.add(recorded.input());
            int used = pass.part().parameters() - (pass.part() == parts.getLast() && !shape().tiedHead() ? 1 : 0);
            wanted.addAll(pass.part().of(weights).subList(0, used));
            List<Tensor> found = Gradients.of(recorded.output(), wanted, outgoing);
            for (int i = 0; i < used; i++) {
                pass.part().of(gradient.views()).get(i).addInPlace(found.get(i + 1), 1);
            }
            return found.getFirst();
        });
    }

    private double head(Tensor normed, MicroBatch batch, double scale, Tensor outgoing) {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            CrossEntropyHead head = new CrossEntropyHead(headMatrix().detach(), HEAD_ROWS);
            Tensor targets = Tensor.of(batch.targets(), batch.targets().length);
            Tensor hidden = counted(normed, batch);
            Tensor hiddenGradient = batch.countsEveryRow() ? outgoing : Tensor.zeros(hidden.type(), hidden.shape());
            double loss = head.lossAndGradients(
                    new CrossEntropyHead.Rows(hidden, targets), scale, hiddenGradient, headOf(gradient.views()));
            if (!batch.countsEveryRow()) {
                outgoing.addRowsInPlace(Tensor.of(batch.countedRows(), batch.countedRows().length), hiddenGradient);
            }
            return loss;
        }
    }

    private static Tensor counted(Tensor rows, MicroBatch batch) {
        return batch.countsEveryRow() ? rows : rows.rows(Tensor.of(batch.countedRows(), batch.countedRows().length));
    }

    private Positions positions(MicroBatch batch) {
        return model.positions(batch.time(), batch.places());
    }

    private Tensor embed(MicroBatch batch, Positions positions) {
        return model.embed(parts.getFirst().of(weights), ids(batch), positions);
    }

    private static Tensor ids(MicroBatch batch) {
        return Tensor.of(batch.ids(), batch.ids().length);
    }

    private List<Part> blocks() {
        return parts.subList(1, parts.size() - 1);
    }

    private Tensor headMatrix() {
        return headOf(weights);
    }

    private Tensor headOf(List<Tensor> all) {
        return shape().tiedHead() ? all.getFirst() : all.getLast();
    }

    private ModelShape shape() {
        return model.shape();
    }

    @Override
    public void close() {
        gradient.close();
    }
}
