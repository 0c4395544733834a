package dev.ayatori.pretrain;

import dev.ayatori.model.Parameter;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.ContentHasher;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** One job from its first or its last checkpointed step to the written model. */
final class Training {

    /** Activations of all lanes below this many bytes are kept rather than computed twice. */
    private static final long ACTIVATION_BUDGET = 2L << 30;

    private final TrainingJob job;
    private final Consumer<WorkerEvent> events;

    Training(TrainingJob job, Consumer<WorkerEvent> events) {
        this.job = job;
        this.events = events;
    }

    /** The order in which a job reads its data. */
    static TrainingOrder order(TrainingJob job, long sequences) {
        TrainingPlan plan = job.plan();
        return TrainingOrder.ofOneFile(
                plan.seed(),
                plan.sequencesPerStep(),
                plan.steps(),
                new TrainingOrder.Source("train", sequences, sequences));
    }

    /** Trains, validates and checkpoints as planned, and writes {@code model/}. */
    TrainingResult run() throws IOException, InterruptedException {
        Path folder = Path.of(job.folder());
        Checkpoints checkpoints =
                new Checkpoints(folder.resolve("checkpoints"), text -> events.accept(new WorkerEvent.Note(text)));
        try (SequenceSource data = open(job.data().train());
                Trainer trainer = new Trainer(job, recompute())) {
            Batches batches = new Batches(job, data, order(job, data.sequences()));
            Checkpoints.State state = checkpoints.resume(trainer);
            events.accept(new WorkerEvent.Started(state.step(), job.shape().parameters()));
            double loss = state.loss();
            for (int step = state.step() + 1; step <= job.plan().steps(); step++) {
                loss = step(trainer, batches, step);
                if (step % job.plan().validationEvery() == 0
                        && step < job.plan().steps()) {
                    validate(trainer, step);
                }
                if (step % job.plan().checkpointEvery() == 0
                        && step < job.plan().steps()) {
                    checkpoints.write(trainer, step, loss);
                }
            }
            double validation = validate(trainer, job.plan().steps());
            new HuggingFaceFolder(folder.resolve("model"))
                    .write(job.shape(), trainer.weights().named(), job.endOfText());
            return result(trainer, loss, validation);
        }
    }

    private SequenceSource open(String path) {
        return SequenceSource.open(job.data().format(), path, job.data().context());
    }

    private double step(Trainer trainer, Batches batches, int step) throws InterruptedException {
        long start = System.nanoTime();
        Trainer.StepResult done = trainer.step(batches.training(step), step);
        double seconds = (System.nanoTime() - start) / 1e9;
        long tokens = (long) job.plan().sequencesPerStep() * job.data().context();
        events.accept(
                new WorkerEvent.Step(step, done.loss(), done.gradientNorm(), done.learningRate(), tokens / seconds));
        return done.loss();
    }

    private double validate(Trainer trainer, int step) throws InterruptedException {
        if (job.data().validation().isEmpty()) {
            return Double.NaN;
        }
        try (SequenceSource data = open(job.data().validation())) {
            double loss = trainer.validationLoss(Batches.validation(job, data));
            events.accept(new WorkerEvent.Validation(step, loss));
            return loss;
        }
    }

    /** Twenty f32 values for each channel of each token and layer are what a block's backward needs, roughly. */
    private Recompute recompute() {
        long rows = (long) job.plan().microBatch() * job.data().context();
        long bytes = rows * job.shape().width() * job.shape().layers() * 20 * Float.BYTES;
        return bytes * Math.min(job.threads(), job.plan().lanes()) <= ACTIVATION_BUDGET
                ? Recompute.NONE
                : Recompute.EVERY_BLOCK;
    }

    private TrainingResult result(Trainer trainer, double loss, double validationLoss) {
        int steps = job.plan().steps();
        long tokens = (long) steps * job.plan().sequencesPerStep() * job.data().context();
        return new TrainingResult(
                hash(trainer.weights()), steps, job.shape().parameters(), tokens, loss, validationLoss);
    }

    private static String hash(Weights weights) {
        ContentHasher hasher = ContentHasher.create();
        List<Integer> byName = new ArrayList<>();
        for (int i = 0; i < weights.parameters().size(); i++) {
            byName.add(i);
        }
        byName.sort(
                Comparator.comparing(place -> weights.parameters().get(place).name()));
        for (int place : byName) {
            Parameter parameter = weights.parameters().get(place);
            Tensor values = weights.views().get(place);
            hasher.text(parameter.name());
            parameter.shape().forEach(hasher::number);
            hasher.bytes(values.segment().toArray(ValueLayout.JAVA_BYTE));
        }
        return hasher.hex();
    }
}
