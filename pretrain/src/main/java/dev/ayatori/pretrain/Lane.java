package dev.ayatori.pretrain;

import dev.ayatori.model.Gpt2;
import dev.ayatori.model.Gpt2Shape;
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

    private static final int BLOCK_PARAMETERS = 12;

    private final Gpt2 model;
    private final List<Tensor> weights;
    private final Recompute recompute;
    private final Weights gradient;

    /** A lane over weights in the order of the parameters, in the type that is computed in. */
    Lane(Gpt2Shape shape, List<Tensor> weights, Recompute recompute) {
        this.model = new Gpt2(shape);
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
            List<Pass> passes = forward(batch);
            Pass last = passes.removeLast();
            Tensor outgoing = Tensor.zeros(last.output().type(), last.output().shape());
            double loss = head(last.output().detach(), batch, scale, outgoing);
            Tensor incoming = backward(last, outgoing);
            while (!passes.isEmpty()) {
                incoming = backward(passes.removeLast(), incoming);
            }
            addEmbeddingGradient(batch, incoming);
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
            Tensor rows = embed(batch);
            for (int layer = 0; layer < model.shape().layers(); layer++) {
                rows = model.block(blockWeights(layer), rows, batch.time());
            }
            Tensor normed = model.finalNorm(normWeights(), rows);
            return new CrossEntropyHead(weights.getFirst(), HEAD_ROWS)
                    .loss(counted(normed, batch), Tensor.of(batch.targets(), batch.targets().length));
        }
    }

    /** One function that was run: what went in, what came out (if kept), and where its parameters begin. */
    private record Pass(Body body, int firstParameter, int parameters, Tensor input, Tensor output) {}

    /** A function from rows to rows. */
    private interface Body {
        Tensor apply(Tensor rows);
    }

    private List<Pass> forward(MicroBatch batch) {
        List<Pass> passes = new ArrayList<>();
        Tensor rows;
        try (Gradients.Off _ = Gradients.off()) {
            rows = embed(batch);
        }
        for (int layer = 0; layer < model.shape().layers(); layer++) {
            List<Tensor> block = blockWeights(layer);
            Body body = input -> model.block(block, input, batch.time());
            Pass pass = run(body, 2 + layer * BLOCK_PARAMETERS, BLOCK_PARAMETERS, rows);
            passes.add(pass);
            rows = pass.output();
        }
        Body norm = input -> model.finalNorm(normWeights(), input);
        passes.add(recorded(norm, weights.size() - 2, 2, rows));
        return passes;
    }

    private Pass run(Body body, int firstParameter, int parameters, Tensor rows) {
        return switch (recompute) {
            case NONE -> recorded(body, firstParameter, parameters, rows);
            case EVERY_BLOCK -> {
                try (Gradients.Off _ = Gradients.off()) {
                    yield new Pass(body, firstParameter, parameters, rows, body.apply(rows));
                }
            }
        };
    }

    private static Pass recorded(Body body, int firstParameter, int parameters, Tensor rows) {
        Tensor input = rows.detach().withGradient();
        return new Pass(body, firstParameter, parameters, input, body.apply(input));
    }

    private Tensor backward(Pass pass, Tensor outgoing) {
        return Scope.resultOf(() -> {
            Pass recorded = pass.output().recordsGradient()
                    ? pass
                    : recorded(pass.body(), pass.firstParameter(), pass.parameters(), pass.input());
            List<Tensor> wanted = new ArrayList<>();
            wanted.add(recorded.input());
            wanted.addAll(weights.subList(pass.firstParameter(), pass.firstParameter() + pass.parameters()));
            List<Tensor> found = Gradients.of(recorded.output(), wanted, outgoing);
            for (int i = 0; i < pass.parameters(); i++) {
                gradient.views().get(pass.firstParameter() + i).addInPlace(found.get(i + 1), 1);
            }
            return found.getFirst();
        });
    }

    private double head(Tensor normed, MicroBatch batch, double scale, Tensor outgoing) {
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            CrossEntropyHead head = new CrossEntropyHead(weights.getFirst().detach(), HEAD_ROWS);
            Tensor targets = Tensor.of(batch.targets(), batch.targets().length);
            Tensor hidden = counted(normed, batch);
            Tensor hiddenGradient = batch.countsEveryRow() ? outgoing : Tensor.zeros(hidden.type(), hidden.shape());
            double loss = head.lossAndGradients(
                    new CrossEntropyHead.Rows(hidden, targets),
                    scale,
                    hiddenGradient,
                    gradient.views().getFirst());
            if (!batch.countsEveryRow()) {
                outgoing.addRowsInPlace(Tensor.of(batch.countedRows(), batch.countedRows().length), hiddenGradient);
            }
            return loss;
        }
    }

    private static Tensor counted(Tensor rows, MicroBatch batch) {
        return batch.countsEveryRow() ? rows : rows.rows(Tensor.of(batch.countedRows(), batch.countedRows().length));
    }

    private void addEmbeddingGradient(MicroBatch batch, Tensor incoming) {
        try (Gradients.Off _ = Gradients.off()) {
            Tensor rows = incoming.to(DataType.F32);
            gradient.views().get(0).addRowsInPlace(Tensor.of(batch.ids(), batch.ids().length), rows);
            Tensor bySequence = rows.view(-1, batch.time(), model.shape().width());
            gradient.views().get(1).narrow(0, 0, batch.time()).addInPlace(bySequence.sumRows(), 1);
        }
    }

    private Tensor embed(MicroBatch batch) {
        return model.embed(
                weights.subList(0, 2),
                Tensor.of(batch.ids(), batch.ids().length),
                Tensor.of(batch.places(), batch.places().length));
    }

    private List<Tensor> blockWeights(int layer) {
        int first = 2 + layer * BLOCK_PARAMETERS;
        return weights.subList(first, first + BLOCK_PARAMETERS);
    }

    private List<Tensor> normWeights() {
        return weights.subList(weights.size() - 2, weights.size());
    }

    @Override
    public void close() {
        gradient.close();
    }
}
