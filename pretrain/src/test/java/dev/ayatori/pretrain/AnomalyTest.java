package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.data.TrainingFiles;
import dev.ayatori.pretrain.optimize.Anomalies;
import dev.ayatori.pretrain.optimize.Anomalies.Reaction;
import dev.ayatori.pretrain.optimize.LossScale;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.shards.Steps;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that counts, in whose data some sequences count backwards: a planted spike. */
class AnomalyTest {

    private static final int STEPS = 60;
    private static final int SPIKE = 47;
    private static final int CHECKPOINT = 40;

    @TempDir
    private Path folder;

    @Test
    void rollsBackToTheCheckpointAndGoesOnBehindTheSpike() throws Exception {
        TrainingJob job = job("rolled", Reaction.ROLL_BACK, 1);
        List<WorkerEvent> events = new ArrayList<>();
        TrainingResult result = new Training(job, events::add).run().orElseThrow();

        assertThat(result.rollBacks()).isEqualTo(1);
        assertThat(result.unlearned()).containsExactly(new Steps(CHECKPOINT + 1, SPIKE));
        assertThat(events)
                .filteredOn(WorkerEvent.Note.class::isInstance)
                .singleElement()
                .asString()
                .contains("step 47 is rolled back: its ", "from the weights of step 40 with the data behind step 47");
        assertSameWeights(job, train(job, Set.of(41, 42, 43, 44, 45, 46, 47)));
    }

    @Test
    void skipsTheSpikeAlone() throws Exception {
        TrainingJob job = job("skipped", Reaction.SKIP, 1);
        TrainingResult result = new Training(job, _ -> {}).run().orElseThrow();

        assertThat(result.unlearned()).containsExactly(new Steps(SPIKE, SPIKE));
        assertSameWeights(job, train(job, Set.of(SPIKE)));
    }

    @Test
    void stopsWhereToldTo() throws Exception {
        TrainingJob job = job("stopped", Reaction.STOP, 1);
        assertThatThrownBy(() -> new Training(job, _ -> {}).run())
                .isInstanceOf(AyatoriException.class)
                .hasMessageStartingWith("the training ends at step 47: its ");
    }

    @Test
    void hasEqualBitsForAnyWorkersAndAfterAnyKill() throws Exception {
        String expected = new Training(job("one", Reaction.ROLL_BACK, 1), _ -> {})
                .run()
                .orElseThrow()
                .weightsHash();
        TrainingJob job = job("killed", Reaction.ROLL_BACK, 2);
        for (int killAfter : new int[] {45, SPIKE, 55}) {
            assertThatThrownBy(() -> Ranks.train(job, killAfter)).isInstanceOf(Ranks.Killed.class);
        }
        TrainingResult result = Ranks.train(job, Integer.MAX_VALUE).orElseThrow();

        assertThat(result.weightsHash()).isEqualTo(expected);
        assertThat(result.unlearned()).containsExactly(new Steps(CHECKPOINT + 1, SPIKE));
    }

    @Test
    void rollsBackToTheFirstWeightsWhereThereIsNoCheckpointYet() throws Exception {
        TrainingJob job = with(job("early", Reaction.ROLL_BACK, 1), Toys.plan(STEPS, STEPS));
        TrainingResult result = new Training(job, _ -> {}).run().orElseThrow();

        assertThat(result.unlearned()).containsExactly(new Steps(1, SPIKE));
        List<Integer> undone = new ArrayList<>();
        for (int step = 1; step <= SPIKE; step++) {
            undone.add(step);
        }
        assertSameWeights(job, train(job, Set.copyOf(undone)));
    }

    /** Brute force: only the other steps, one after the other. */
    private List<float[]> train(TrainingJob job, Set<Integer> without) throws Exception {
        try (Scope _ = Scope.open();
                TrainingFiles files = TrainingFiles.open(job.data());
                Place place = Place.alone(job.execution());
                Trainer trainer = new Trainer(job, place, Recompute.NONE)) {
            new FirstWeights(job).fill(trainer.shard());
            trainer.refresh();
            Batches batches = new Batches(job, files);
            State.Numbers done = State.Numbers.first(job.watch(1).first());
            for (int step = 1; step <= STEPS; step++) {
                if (without.contains(step)) {
                    done = done.skipped(0, done.health());
                } else {
                    trainer.step(batches.training(step), done, new Trainer.Wishes(false, false));
                    done = done.updated(0, done.health());
                }
            }
            List<float[]> weights = new ArrayList<>();
            for (var state : trainer.shard().states()) {
                state.flat().views(state.master()).forEach(view -> weights.add(view.toFloats()));
            }
            return weights;
        }
    }

    private static void assertSameWeights(TrainingJob job, List<float[]> expected) {
        try (Scope _ = Scope.open()) {
            List<Tensor> found = List.copyOf(new HuggingFaceFolder(Path.of(job.folder(), "model"))
                    .weights()
                    .values());
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(found.get(i).toFloats()).isEqualTo(expected.get(i));
            }
        }
    }

    private TrainingJob job(String name, Reaction onSpike, int workers) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        Toys.writeData(own);
        TrainingJob job = Toys.with(
                with(Toys.job(own, Toys.plan(STEPS, 10), Precision.F32, 1), Toys.plan(STEPS, 10)),
                Toys.optimizer(LossScale.Settings.defaults(), new Anomalies(Reaction.SKIP, onSpike, 8, 10, 2)));
        plant(job);
        return Toys.by(job, Execution.ofThreads(1).withWorkers(workers, 1, workers - 1));
    }

    /** Steps that read a longer file once over, so that what is planted comes up at one step only. */
    private static TrainingJob with(TrainingJob job, TrainingPlan plan) {
        return new TrainingJob(
                job.folder(),
                job.shape(),
                job.start(),
                job.endOfText(),
                Toys.data(Path.of(job.folder()), plan.steps(), STEPS * 8),
                plan,
                job.course(),
                job.precision(),
                job.execution());
    }

    private static void plant(TrainingJob job) throws IOException {
        List<Sequence> sequences = new ArrayList<>(Toys.sequences(STEPS * 8, 1));
        for (int position = 0; position < 8; position++) {
            int place = (int) job.order().at(SPIKE - 1, position).sequence();
            Sequence counted = sequences.get(place);
            int[] backwards = new int[counted.tokens().length];
            for (int i = 0; i < backwards.length; i++) {
                backwards[i] = counted.tokens()[backwards.length - 1 - i];
            }
            sequences.set(place, new Sequence(backwards, counted.counted()));
        }
        SequenceFile.write(Path.of(job.folder(), "train.seq"), sequences);
    }
}
