package dev.ayatori.pretrain;

import dev.ayatori.pretrain.checkpoint.Checkpoints;
import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.optimize.Health;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.util.function.Consumer;

/** From where a training goes on: first weights or the last checkpoint, and after each step what it was judged to be. */
final class Continuation {

    private final TrainingJob job;
    private final Trainer trainer;
    private final Checkpoints checkpoints;
    private final Consumer<String> notes;

    Continuation(TrainingJob job, Trainer trainer, Checkpoints checkpoints, Consumer<String> notes) {
        this.job = job;
        this.trainer = trainer;
        this.checkpoints = checkpoints;
        this.notes = notes;
    }

    /** At the newest whole checkpoint, or at the first weights. */
    State.Numbers begin() throws IOException {
        State.Numbers done = checkpoints.resume().orElseGet(this::first);
        trainer.refresh();
        return done;
    }

    private State.Numbers first() {
        new FirstWeights(job).fill(trainer.shard());
        return State.Numbers.first(job.watch(1).first());
    }

    /** After a step; a roll-back has changed the weights, too. */
    State.Numbers after(Trainer.StepResult result, State.Numbers before) throws IOException {
        return switch (result.verdict().reaction()) {
            case IGNORE, SKIP -> goOn(result, before);
            case ROLL_BACK -> rollBack(result, before);
            case STOP -> throw ended(result, before);
        };
    }

    private State.Numbers goOn(Trainer.StepResult result, State.Numbers before) {
        Health health = job.watch(before.step() + 1)
                .after(before.health(), result.verdict(), result.loss(), result.gradientNorm());
        if (result.verdict().updates()) {
            return before.updated(result.loss(), health);
        }
        State.Numbers done = before.skipped(result.loss(), health);
        String next = health.scale().equals(before.health().scale())
                ? ""
                : "; the next loss scale is " + health.scale().factor();
        notes.accept(
                "step " + done.step() + " was skipped: " + result.verdict().reason() + " (" + health.skippedInARow()
                        + " in a row, " + (done.step() - done.updates()) + " without an update in all)" + next);
        return done;
    }

    private AyatoriException ended(Trainer.StepResult result, State.Numbers before) {
        return new AyatoriException("the training ends at step " + (before.step() + 1) + ": "
                + result.verdict().reason()
                + ". Lower optimizer.learningRate, lengthen its warm-up, train in bf16 or f32,"
                + " or change optimizer.anomalies.");
    }

    /** Goes on from the last planned checkpoint behind the step that was to come, without the data between them. */
    private State.Numbers rollBack(Trainer.StepResult result, State.Numbers before) throws IOException {
        int step = before.step() + 1;
        int planned = before.step() / job.plan().checkpointEvery() * job.plan().checkpointEvery();
        checkpoints.finish();
        State.Numbers restored = planned == 0 ? beginAnew() : checkpoints.goBack(planned);
        trainer.refresh();
        int times = before.health().rollBacks() + 1;
        notes.accept("step " + step + " is rolled back: " + result.verdict().reason()
                + ". The training goes on from the weights of"
                + " step " + planned + " with the data behind step " + step + " (roll-back " + times + " of at most "
                + job.course().at(step).optimizer().anomalies().rollBacks() + ")");
        return restored.rolledBack(step, times);
    }

    private State.Numbers beginAnew() {
        for (SectionState state : trainer.shard().states()) {
            state.first().zeroInPlace();
            state.second().zeroInPlace();
        }
        return first();
    }
}
