package dev.ayatori.pretrain;

import dev.ayatori.pretrain.checkpoint.Checkpoints;
import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.data.TrainingFiles;
import dev.ayatori.pretrain.optimize.LossScale;
import dev.ayatori.pretrain.step.Batch;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One job from its first or its last checkpointed step to the written model, in one process of its workers. */
final class Training {

    /** So many steps without a finite gradient end a training. */
    private static final int SKIPPED_AT_MOST = 10;

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

    /** Trains, validates and checkpoints as planned, and writes {@code model/}; empty when it was stopped before. */
    Optional<TrainingResult> run() throws IOException, InterruptedException {
        try (TrainingFiles files = TrainingFiles.open(job.data());
                Trainer trainer = new Trainer(job, place, recompute());
                Checkpoints checkpoints = checkpoints(trainer)) {
            Batches batches = new Batches(job, files);
            State.Numbers done = begin(trainer, checkpoints);
            events.accept(new WorkerEvent.Started(done.step(), job.shape().parameters()));
            while (done.step() < job.plan().steps()) {
                Trainer.StepResult result = step(trainer, batches, done, checkpoints.written());
                done = after(result, done);
                if (result.checkpointWritten()) {
                    checkpoints.publish();
                }
                if (result.stop()) {
                    checkpoints.begin(done);
                    checkpoints.finish();
                    return Optional.empty();
                }
                afterStep(trainer, batches, checkpoints, done);
            }
            checkpoints.finish();
            double validation = validate(trainer, batches, done.step());
            String hash = new FinishedModel(job, trainer.shard(), place.world()).write();
            return Optional.of(result(hash, done, validation));
        }
    }

    private State.Numbers after(Trainer.StepResult result, State.Numbers before) {
        boolean yields = job.yields(before.scale());
        LossScale next = job.after(before.scale(), result.skipped());
        State.Numbers done = before.after(result.loss(), result.skipped(), next);
        if (!result.skipped()) {
            return done;
        }
        String counted = " (" + done.skippedInARow() + " in a row, " + done.skipped() + " in all)";
        if (yields) {
            events.accept(new WorkerEvent.Note(
                    "step " + done.step() + " was skipped: its gradient overflows in f16 with a" + " loss scale of "
                            + before.scale().factor() + counted + "; the next scale is " + next.factor()));
            return done;
        }
        String what = "step " + done.step() + " was skipped: its loss or gradient is not finite" + counted;
        if (done.skippedInARow() >= SKIPPED_AT_MOST || job.dynamicallyScaled()) {
            throw new AyatoriException(
                    what + ". Lower optimizer.learningRate, lengthen its warm-up, or train in bf16 or f32.");
        }
        events.accept(new WorkerEvent.Note(what));
        return done;
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
        return resumed.orElse(State.Numbers.first(job.firstScale()));
    }

    private void afterStep(Trainer trainer, Batches batches, Checkpoints checkpoints, State.Numbers done)
            throws IOException, InterruptedException {
        boolean last = done.step() == job.plan().steps();
        if (done.step() % job.plan().validationEvery() == 0 && !last) {
            validate(trainer, batches, done.step());
        }
        if (done.step() % job.plan().checkpointEvery() == 0 && !last) {
            checkpoints.begin(done);
        }
    }

    private Trainer.StepResult step(Trainer trainer, Batches batches, State.Numbers before, boolean checkpointWritten)
            throws InterruptedException {
        long start = System.nanoTime();
        int step = before.step() + 1;
        Trainer.StepResult done = trainer.step(
                batches.training(step), before, new Trainer.Wishes(stop.getAsBoolean(), checkpointWritten));
        double seconds = (System.nanoTime() - start) / 1e9;
        long tokens = (long) job.plan().sequencesPerStep() * job.data().context();
        events.accept(
                new WorkerEvent.Step(step, done.loss(), done.gradientNorm(), done.learningRate(), tokens / seconds));
        return done;
    }

    /** The mean loss over the tokens of all validation sets; tells that of each, where there are several. */
    private double validate(Trainer trainer, Batches batches, int step) throws InterruptedException {
        double sum = 0;
        long tokens = 0;
        List<String> files = job.data().validation();
        for (String file : files) {
            Batch batch = batches.validation(file);
            double loss = trainer.validationLoss(batch);
            sum += loss * batch.countedTokens();
            tokens += batch.countedTokens();
            if (files.size() > 1) {
                events.accept(new WorkerEvent.Validation(step, file.replaceFirst("^validation-", ""), loss));
            }
        }
        if (tokens == 0) {
            return Double.NaN;
        }
        events.accept(new WorkerEvent.Validation(step, "", sum / tokens));
        return sum / tokens;
    }

    private Recompute recompute() {
        return new Recompute(job.execution().topology(job.workload()).recomputeEvery());
    }

    private TrainingResult result(String hash, State.Numbers done, double validationLoss) {
        int steps = job.plan().steps();
        long tokens = (long) steps * job.plan().sequencesPerStep() * job.data().context();
        return new TrainingResult(
                hash, steps, done.skipped(), job.shape().parameters(), tokens, done.loss(), validationLoss);
    }
}
