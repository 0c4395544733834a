package dev.ayatori.pretrain;

import dev.ayatori.pretrain.checkpoint.Checkpoints;
import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One job from its first or its last checkpointed step to the written model, in one process of its workers. */
final class Training {

    private final TrainingJob job;
    private final Place place;
    private final Consumer<WorkerEvent> events;
    private final BooleanSupplier stop;

    /** A training whose events all processes tell; when {@code stop} is true in one, all write their state and end. */
    Training(TrainingJob job, Place place, Consumer<WorkerEvent> events, BooleanSupplier stop) {
        this.job = job;
        this.place = place;
        this.events = events;
        this.stop = stop;
    }

    /** A training in this process alone. */
    Training(TrainingJob job, Consumer<WorkerEvent> events) {
        this(job, Place.alone(job.execution()), events, () -> false);
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

    /** Trains, validates and checkpoints as planned, and writes {@code model/}; empty when it was stopped before. */
    Optional<TrainingResult> run() throws IOException, InterruptedException {
        try (SequenceSource data = open(job.data().train());
                Trainer trainer = new Trainer(job, place, recompute());
                Checkpoints checkpoints = checkpoints(trainer)) {
            Batches batches = new Batches(job, data, order(job, data.sequences()));
            State.Numbers done = begin(trainer, checkpoints);
            events.accept(new WorkerEvent.Started(done.step(), job.shape().parameters()));
            while (done.step() < job.plan().steps()) {
                Trainer.StepResult result = step(trainer, batches, done.step() + 1, checkpoints.written());
                done = new State.Numbers(done.step() + 1, result.loss(), done.step() + 1, 1, 0);
                if (result.checkpointWritten()) {
                    checkpoints.publish();
                }
                if (result.stop()) {
                    checkpoints.begin(done);
                    checkpoints.finish();
                    return Optional.empty();
                }
                afterStep(trainer, checkpoints, done);
            }
            checkpoints.finish();
            double validation = validate(trainer, done.step());
            String hash = new FinishedModel(job, trainer.shard(), place.world()).write();
            return Optional.of(result(hash, done.loss(), validation));
        }
    }

    private Checkpoints checkpoints(Trainer trainer) {
        Execution execution = job.execution();
        return new Checkpoints(
                Path.of(job.folder(), "checkpoints"),
                trainer.shard(),
                place.world(),
                new Checkpoints.Keeping(Json.canonical(job.shape()), execution.keepLast(), execution.keepEvery()),
                text -> events.accept(new WorkerEvent.Note(text)));
    }

    private State.Numbers begin(Trainer trainer, Checkpoints checkpoints) throws IOException {
        Optional<State.Numbers> resumed = checkpoints.resume();
        if (resumed.isEmpty()) {
            new FirstWeights(job).fill(trainer.shard());
        }
        trainer.refresh();
        return resumed.orElse(new State.Numbers(0, Double.NaN, 0, 1, 0));
    }

    private void afterStep(Trainer trainer, Checkpoints checkpoints, State.Numbers done)
            throws IOException, InterruptedException {
        boolean last = done.step() == job.plan().steps();
        if (done.step() % job.plan().validationEvery() == 0 && !last) {
            validate(trainer, done.step());
        }
        if (done.step() % job.plan().checkpointEvery() == 0 && !last) {
            checkpoints.begin(done);
        }
    }

    private SequenceSource open(String path) {
        return SequenceSource.open(job.data().format(), path, job.data().context());
    }

    private Trainer.StepResult step(Trainer trainer, Batches batches, int step, boolean checkpointWritten)
            throws InterruptedException {
        long start = System.nanoTime();
        Trainer.StepResult done =
                trainer.step(batches.training(step), step, new Trainer.Wishes(stop.getAsBoolean(), checkpointWritten));
        double seconds = (System.nanoTime() - start) / 1e9;
        long tokens = (long) job.plan().sequencesPerStep() * job.data().context();
        events.accept(
                new WorkerEvent.Step(step, done.loss(), done.gradientNorm(), done.learningRate(), tokens / seconds));
        return done;
    }

    private double validate(Trainer trainer, int step) throws InterruptedException {
        if (job.data().validation().isEmpty()) {
            return Double.NaN;
        }
        try (SequenceSource data = open(job.data().validation())) {
            double loss = trainer.validationLoss(new Batches(job, data, order(job, data.sequences())).validation());
            events.accept(new WorkerEvent.Validation(step, loss));
            return loss;
        }
    }

    private Recompute recompute() {
        return new Recompute(job.execution().topology(job.workload()).recomputeEvery());
    }

    private TrainingResult result(String hash, double loss, double validationLoss) {
        int steps = job.plan().steps();
        long tokens = (long) steps * job.plan().sequencesPerStep() * job.data().context();
        return new TrainingResult(hash, steps, job.shape().parameters(), tokens, loss, validationLoss);
    }
}
