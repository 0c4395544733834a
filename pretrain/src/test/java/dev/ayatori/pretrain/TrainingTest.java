package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.model.generate.LanguageModel;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.meter.ModelFlops;
import dev.ayatori.pretrain.meter.StepWork;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {

    /** Stands for a process that is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Toys.writeData(folder);
    }

    @Test
    void learnsToCount() throws Exception {
        List<WorkerEvent> events = new ArrayList<>();

        TrainingResult result = new Training(Toys.job(folder, Toys.plan(100, 200), Precision.F32, 1), events::add)
                .run()
                .orElseThrow();

        assertThat(result.loss()).isLessThan(0.5);
        assertThat(result.validationLoss()).isLessThan(0.5);
        assertThat(result.tokens()).isEqualTo(100 * 8 * 8);
        assertThat(events).filteredOn(WorkerEvent.Step.class::isInstance).hasSize(100);
        assertThat(events).filteredOn(WorkerEvent.Validation.class::isInstance).hasSize(10);
        try (LanguageModel model = LanguageModel.open(folder.resolve("model"))) {
            assertThat(model.logProbabilities(new int[] {4, 5, 6, 7, 8})[3]).isGreaterThan(-1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"F32", "BF16"})
    void goesOnAfterAnyKillToEqualBits(Precision precision) throws Exception {
        String expected = new Training(Toys.job(copy("straight"), Toys.plan(20, 6), precision, 1), _ -> {})
                .run()
                .orElseThrow()
                .weightsHash();
        TrainingJob job = Toys.job(copy("killed"), Toys.plan(20, 6), precision, 2);
        for (int killAfter : new int[] {3, 7, 14, 19}) {
            assertThatThrownBy(() -> new Training(job, killAfter(killAfter)).run())
                    .isInstanceOf(Killed.class);
        }
        List<WorkerEvent> events = new ArrayList<>();

        assertThat(new Training(job, events::add).run().orElseThrow().weightsHash())
                .isEqualTo(expected);
        assertThat(events.getFirst()).isIn(started(12), started(18)); // the last may not have been whole
    }

    @Test
    void goesBackToTheCheckpointBeforeADamagedOne() throws Exception {
        TrainingJob job = Toys.job(folder, Toys.plan(20, 6), Precision.F32, 1);
        String expected = new Training(job, _ -> {}).run().orElseThrow().weightsHash();
        try (RandomAccessFile file = new RandomAccessFile(
                folder.resolve("checkpoints/step-000018/weights.safetensors").toFile(), "rw")) {
            file.seek(file.length() - 5);
            file.write(77);
        }
        Files.createDirectory(folder.resolve("checkpoints/step-000019.partial"));
        List<WorkerEvent> events = new ArrayList<>();

        assertThat(new Training(job, events::add).run().orElseThrow().weightsHash())
                .isEqualTo(expected);
        assertThat(((WorkerEvent.Note) events.getFirst()).text())
                .contains("step-000018 is damaged (weights.safetensors does not have the hash");
        assertThat(events.get(1)).isEqualTo(started(12));
    }

    @Test
    void startsFromTheWeightsOfAModel() throws Exception {
        new Training(Toys.job(copy("first"), Toys.plan(40, 50), Precision.F32, 1), _ -> {}).run();
        TrainingJob job = Toys.job(copy("second"), Toys.plan(1, 1), Precision.F32, 1);
        TrainingJob second = new TrainingJob(
                job.folder(),
                job.shape(),
                folder.resolve("first/model").toString(),
                2,
                job.data(),
                job.plan(),
                job.course(),
                job.precision(),
                job.execution());

        assertThat(new Training(second, _ -> {}).run().orElseThrow().loss()).isLessThan(1.5);
    }

    @Test
    void skipsStepsThatAreNotFiniteAndEndsAfterTen() throws Exception {
        new Training(Toys.job(copy("first"), Toys.plan(1, 50), Precision.F32, 1), _ -> {}).run();
        Path weights = folder.resolve("first/model/model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, Float.NaN);
        Files.write(weights, bytes);
        TrainingJob job = Toys.job(copy("second"), Toys.plan(20, 50), Precision.F32, 1);
        TrainingJob spoilt = new TrainingJob(
                job.folder(),
                job.shape(),
                folder.resolve("first/model").toString(),
                2,
                job.data(),
                job.plan(),
                job.course(),
                job.precision(),
                job.execution());
        List<WorkerEvent> events = new ArrayList<>();

        assertThatThrownBy(() -> new Training(spoilt, events::add).run())
                .isInstanceOf(AyatoriException.class)
                .hasMessageStartingWith(
                        "the training ends at step 10: its loss or gradient is not finite (10 steps in a row).");
        assertThat(events).filteredOn(WorkerEvent.Note.class::isInstance).hasSize(9);
    }

    @Test
    void refusesDataOfAnotherVocabulary() throws Exception {
        int[] tokens = new int[9];
        tokens[4] = 30;
        SequenceFile.write(folder.resolve("train.seq"), Collections.nCopies(40, new Sequence(tokens, new boolean[9])));
        TrainingJob job = Toys.job(folder, Toys.plan(1, 1), Precision.F32, 1);

        assertThatThrownBy(() -> new Training(job, _ -> {}).run())
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("holds token 30, but the model has a vocabulary of 30");
    }

    private static WorkerEvent started(int step) {
        double flops = 64 * ModelFlops.perToken(Toys.SHAPE, Toys.SHAPE.context());
        return new WorkerEvent.Started(step, new StepWork(Toys.SHAPE.parameters(), 8, 64, flops, 0));
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        Toys.writeData(copy);
        return copy;
    }

    private static Consumer<WorkerEvent> killAfter(int step) {
        return event -> {
            if (event instanceof WorkerEvent.Step done && done.step() == step) {
                throw new Killed();
            }
        };
    }
}
