package dev.ayatori.pretrain;

import dev.ayatori.pretrain.checkpoint.Checkpoints;
import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.data.TrainingFiles;
import dev.ayatori.pretrain.meter.ModelFlops;
import dev.ayatori.pretrain.meter.MultiplicationPeak;
import dev.ayatori.pretrain.meter.ResidentMemory;
import dev.ayatori.pretrain.meter.StepFigures;
import dev.ayatori.pretrain.meter.StepWork;
import dev.ayatori.pretrain.step.Batch;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One job from its first or its last checkpointed step to the written model, in one process of its workers. */
final class Training {

    /** A training of fewer operations is over before a peak is worth measuring. */
    private static final double SHORT = 1e12;

    /** The folder of the checkpoints in that of the job. */
    static final String CHECKPOINTS = "checkpoints";

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
            Continuation continuation = new Continuation(job, trainer, checkpoints, this::note);
            State.Numbers done = continuation.begin();
            events.accept(new WorkerEvent.Started(done.step(), work()));
            while (done.step() < job.plan().steps()) {
                Trainer.StepResult result = step(trainer, batches, done, checkpoints.written());
                if (result.checkpointWritten()) {
                    checkpoints.publish();
                }
                done = continuation.after(result, done);
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

    private void note(String text) {
        events.accept(new WorkerEvent.Note(text));
    }

    private Checkpoints checkpoints(Trainer trainer) {
        Supervision supervision = job.execution().supervision();
        return new Checkpoints(
                Path.of(job.folder(), CHECKPOINTS),
                trainer.shard(),
                place.world(),
                new Checkpoints.Keeping(
                        Json.canonical(job.shape()),
                        supervision.keepLast(),
                        supervision.keepEvery(),
                        job.plan().checkpointEvery()),
                this::note);
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
        events.accept(new WorkerEvent.Step(
                step,
                new StepFigures(
                        done.loss(),
                        done.gradientNorm(),
                        done.learningRate(),
                        before.health().scale().factor(),
                        seconds,
                        ResidentMemory.now())));
        return done;
    }

    private long tokensPerStep() {
        return (long) job.plan().sequencesPerStep() * job.data().context();
    }

    /** What a step computes; the peak is measured by all workers at once, where a training is long enough to wait. */
    private StepWork work() throws InterruptedException {
        double flops =
                tokensPerStep() * ModelFlops.perToken(job.shape(), job.data().context());
        double peak = flops * job.plan().steps() < SHORT
                ? 0
                : MultiplicationPeak.measure(
                        job.precision().type(), job.execution().lanesAtOnce());
        return new StepWork(
                job.shape().parameters(),
                job.plan().sequencesPerStep(),
                tokensPerStep(),
                flops,
                place.world().sum(peak)[0]);
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
        long tokens = steps * tokensPerStep();
        return new TrainingResult(
                hash,
                steps,
                done.unlearned(),
                done.health().rollBacks(),
                job.shape().parameters(),
                tokens,
                done.loss(),
                validationLoss);
    }
}
