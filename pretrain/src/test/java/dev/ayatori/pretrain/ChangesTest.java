package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.pretrain.optimize.Course;
import dev.ayatori.pretrain.optimize.Leg;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose settings change while they go on. */
class ChangesTest {

    private static final OptimizerSettings FIRST = new OptimizerSettings(1e-2, 0.1, 2, 0.1, 0.9, 0.95, 1e-8, 1);
    private static final OptimizerSettings SECOND = new OptimizerSettings(3e-3, 0, 0, 0.2, 0.9, 0.99, 1e-8, 0.5);
    private static final Course PLAIN = Course.of(12, FIRST);
    private static final Course CHANGED = PLAIN.with(List.of(new Leg(8, 20, SECOND)));

    @TempDir
    private Path folder;

    @Test
    void takeEffectAfterTheirStepAndLeaveTheStepsBefore() throws Exception {
        Map<Integer, Double> rates = new HashMap<>();
        new Training(job("changed", CHANGED), event -> {
                    if (event instanceof WorkerEvent.Step step) {
                        rates.put(step.step(), step.figures().learningRate());
                    }
                })
                .run();

        for (int step = 1; step <= 20; step++) {
            Leg leg = step <= 8 ? PLAIN.legs().getFirst() : new Leg(0, 20, SECOND);
            assertThat(rates.get(step)).isEqualTo(leg.learningRate(step));
        }
    }

    @Test
    void goOnFromACheckpointThatIsNotBehindThem() throws Exception {
        String expected = new Training(job("straight", CHANGED), _ -> {})
                .run()
                .orElseThrow()
                .weightsHash();
        assertThatThrownBy(() -> Ranks.train(job("resumed", PLAIN), 9)).isInstanceOf(Ranks.Killed.class);

        assertThat(new Training(job("resumed", CHANGED), _ -> {})
                        .run()
                        .orElseThrow()
                        .weightsHash())
                .isEqualTo(expected);
    }

    @Test
    void areTheSameWorkUpToTheFirstThatDiffers() {
        assertThat(PLAIN.equalUpTo(PLAIN)).isEqualTo(12);
        assertThat(PLAIN.equalUpTo(CHANGED)).isEqualTo(8);
        assertThat(CHANGED.equalUpTo(PLAIN.with(List.of(new Leg(6, 20, SECOND)))))
                .isEqualTo(6);
        assertThat(CHANGED.equalUpTo(CHANGED.with(List.of(new Leg(15, 30, FIRST)))))
                .isEqualTo(15);
        assertThat(Course.of(12, SECOND).equalUpTo(PLAIN)).isZero();
        assertThatThrownBy(() -> PLAIN.with(List.of(new Leg(12, 20, SECOND))))
                .hasMessage("changes must take effect after a step above 0 and below 12, but is 12");
    }

    @Test
    void letTheStageGoOnInItsFolderUnlessItIsBehindThem() throws Exception {
        Pretrain before = new Pretrain(settings(List.of()));
        Pretrain after = new Pretrain(settings(List.of(new Leg(200, 600, SECOND))));
        var earlier = Json.tree(before.settings());

        assertThat(after.goesOnFrom(earlier, folder))
                .as("nothing to go on from")
                .isFalse();
        Files.createDirectories(folder.resolve("checkpoints/step-000200"));
        assertThat(after.goesOnFrom(earlier, folder)).isTrue();
        assertThat(before.goesOnFrom(Json.tree(after.settings()), folder)).isTrue();
        assertThat(new Pretrain(PretrainSettings.defaults()).goesOnFrom(Json.tree(other().settings()), folder))
                .isFalse();
        Files.createDirectories(folder.resolve("checkpoints/step-000300"));
        assertThatThrownBy(() -> after.goesOnFrom(earlier, folder))
                .isInstanceOf(AyatoriException.class)
                .hasMessageStartingWith("pretrain.changes take effect after step 200, but ")
                .hasMessageContaining("has gone on to step 300 without them");
    }

    private static Pretrain other() {
        PretrainSettings good = PretrainSettings.defaults();
        return new Pretrain(new PretrainSettings(
                good.model(),
                good.data(),
                good.steps(),
                good.sequencesPerStep(),
                good.lanes(),
                good.microBatch(),
                good.optimizer(),
                good.precision(),
                good.seed() + 1,
                good.validationEvery(),
                good.validationSequences(),
                good.checkpointEvery(),
                List.of()));
    }

    private static PretrainSettings settings(List<Leg> changes) {
        PretrainSettings good = PretrainSettings.defaults();
        return new PretrainSettings(
                good.model(),
                good.data(),
                good.steps(),
                good.sequencesPerStep(),
                good.lanes(),
                good.microBatch(),
                good.optimizer(),
                good.precision(),
                good.seed(),
                good.validationEvery(),
                good.validationSequences(),
                good.checkpointEvery(),
                changes);
    }

    private TrainingJob job(String name, Course course) throws IOException {
        Path own = folder.resolve(name);
        if (!Files.exists(own)) {
            Toys.writeData(Files.createDirectory(own));
        }
        TrainingJob job = Toys.job(own, Toys.plan(course.steps(), 4), Precision.F32, 1);
        return new TrainingJob(
                job.folder(),
                job.shape(),
                job.start(),
                job.endOfText(),
                job.data(),
                job.plan(),
                course,
                job.precision(),
                job.execution());
    }
}
