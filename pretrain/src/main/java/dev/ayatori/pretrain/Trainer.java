package dev.ayatori.pretrain;

import dev.ayatori.model.Initialization;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Weights, their optimizer and the lanes: one model being trained in this process. */
final class Trainer implements AutoCloseable {

    /** Values whose squares are summed at once: fixed, so that the norm does not depend on who sums. */
    private static final long NORM_CHUNK = 1 << 16;

    private final ModelShape shape;
    private final OptimizerSettings settings;
    private final Schedule schedule;
    private final Weights master;
    private final List<Tensor> computed = new ArrayList<>();
    private final AdamW optimizer;
    private final Lanes lanes;

    /**
     * What one step reads.
     *
     * @param lanes for each lane its micro-batches in order
     */
    record Batch(List<List<MicroBatch>> lanes) {
        long countedTokens() {
            return lanes.stream()
                    .flatMap(List::stream)
                    .mapToLong(batch -> batch.targets().length)
                    .sum();
        }
    }

    /**
     * What one step did.
     *
     * @param loss mean over the counted tokens, in nats
     * @param gradientNorm global norm before clipping
     * @param learningRate of this step
     */
    record StepResult(double loss, double gradientNorm, double learningRate) {}

    Trainer(TrainingJob job, Recompute recompute) {
        this.shape = job.shape();
        this.settings = job.optimizer();
        this.schedule = new Schedule(job.optimizer(), job.plan().steps());
        this.master = new Weights(shape, DataType.F32);
        this.optimizer = new AdamW(shape, job.optimizer());
        start(job);
        try (Scope _ = Scope.open()) {
            DataType type = job.precision() == Precision.BF16 ? DataType.BF16 : DataType.F32;
            for (Tensor view : master.views()) {
                Tensor own = type == DataType.F32 ? view.detach() : view.to(type);
                computed.add(own.withGradient().keep());
            }
        }
        List<Lane> all = new ArrayList<>();
        for (int i = 0; i < job.plan().lanes(); i++) {
            all.add(new Lane(shape, computed, recompute));
        }
        this.lanes = new Lanes(all, job.threads());
    }

    private void start(TrainingJob job) {
        if (job.start().isEmpty()) {
            Initialization first = new Initialization(shape, job.plan().seed());
            try (Scope _ = Scope.open()) {
                for (int i = 0; i < master.views().size(); i++) {
                    Tensor view = master.views().get(i);
                    view.copyInPlace(Tensor.of(first.values(i), view.shape()));
                }
            }
            return;
        }
        HuggingFaceFolder folder = new HuggingFaceFolder(Path.of(job.start()));
        if (!folder.shape().equals(shape)) {
            throw new AyatoriException(
                    job.start() + " holds a model of " + folder.shape() + ", but the job asks for " + shape);
        }
        try (Scope _ = Scope.open()) {
            List<Tensor> found = List.copyOf(folder.weights().sequencedValues());
            for (int i = 0; i < found.size(); i++) {
                master.views().get(i).copyInPlace(found.get(i));
            }
        }
    }

    /** The f32 weights. */
    Weights weights() {
        return master;
    }

    /** The moments of the optimizer. */
    AdamW optimizer() {
        return optimizer;
    }

    /** Brings the computed weights up to the master weights, after these were changed from outside. */
    void refresh() {
        if (computed.getFirst().type() == DataType.F32) {
            return; // the same memory
        }
        try (Gradients.Off _ = Gradients.off()) {
            for (int i = 0; i < computed.size(); i++) {
                computed.get(i).copyInPlace(master.views().get(i));
            }
        }
    }

    /** One step, counted from 1. */
    StepResult step(Batch batch, int step) throws InterruptedException {
        double scale = 1.0 / Math.max(1, batch.countedTokens());
        double loss = lanes.sum((lane, number) -> {
            lane.clear();
            double sum = 0;
            for (MicroBatch micro : batch.lanes().get(number)) {
                sum += lane.add(micro, scale);
            }
            return sum;
        });
        Tensor gradient = lanes.gradient().flat();
        double norm = norm(gradient);
        if (norm > settings.gradientClip()) {
            gradient.mulInPlace(settings.gradientClip() / (norm + 1e-6));
        }
        double learningRate = schedule.learningRate(step);
        optimizer.step(master, gradient, learningRate, step);
        refresh();
        return new StepResult(loss * scale, norm, learningRate);
    }

    /** Mean loss over the counted tokens, in nats. */
    double validationLoss(Batch batch) throws InterruptedException {
        double loss = lanes.sum((lane, number) ->
                batch.lanes().get(number).stream().mapToDouble(lane::loss).sum());
        return loss / batch.countedTokens();
    }

    private static double norm(Tensor gradient) {
        double squares = 0;
        try (Scope _ = Scope.open()) {
            for (long at = 0; at < gradient.size(); at += NORM_CHUNK) {
                squares += gradient.narrow(0, at, Math.min(NORM_CHUNK, gradient.size() - at))
                        .squaredNorm()
                        .item();
            }
        }
        return StrictMath.sqrt(squares);
    }

    @Override
    public void close() {
        lanes.close();
        optimizer.close();
        computed.forEach(Tensor::close);
        master.close();
    }
}
