package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.pretrain.data.DataSettings;
import dev.ayatori.pretrain.data.FoldSettings;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.TokenFiles;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.shards.Packing;
import dev.ayatori.shards.PackingPlan;
import dev.ayatori.shards.Shards;
import dev.ayatori.shards.TokenFile;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on folds of packed documents that do not see each other. */
class PackedTrainingTest {

    /** Stands for a process that is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void writeShards() throws IOException {
        int[] lengths = new int[60];
        Arrays.setAll(lengths, document -> 1 + document * 7 % 13);
        for (String name : List.of("train-a", "train-b")) {
            TokenFiles.write(folder.resolve(name), lengths);
            try (TokenFile file = TokenFile.open(folder.resolve(name))) {
                PackingPlan.of(file, 9).write(folder.resolve(name + ".packing"));
            }
        }
        TokenFiles.write(folder.resolve("validation-x"), 30, 12);
        TokenFiles.write(folder.resolve("validation-y"), 9, 40);
    }

    private TrainingJob job(String name, int threads) throws IOException {
        FoldSettings first =
                new FoldSettings(4, new TreeMap<>(Map.of("train-a", 0.5, "train-b", 1.0)), new TreeMap<>());
        DataSettings settings =
                new DataSettings(Packing.BEST_FIT, true, List.of(first, FoldSettings.defaults()), List.of());
        TrainingPlan plan = Toys.plan(12, 5);
        TrainingJob toy = Toys.job(Files.createDirectories(folder.resolve(name)), plan, Precision.F32, threads);
        try (Shards shards = Shards.open(folder)) {
            TrainingData data = settings.of(shards, 8, plan.steps(), plan.sequencesPerStep());
            return new TrainingJob(
                    toy.folder(), toy.shape(), "", 2, data, plan, toy.course(), toy.precision(), toy.execution());
        }
    }

    @Test
    void goesOnAfterAKillToTheWeightsOfAStraightRun() throws Exception {
        String expected = hash(job("straight", 1));
        TrainingJob job = job("killed", 2);
        assertThatThrownBy(() -> new Training(job, killAfter(7)).run()).isInstanceOf(Killed.class);

        assertThat(hash(job)).isEqualTo(expected);
    }

    @Test
    void tellsTheLossOfEachValidationSetAndOfAllTheirTokens() throws Exception {
        List<WorkerEvent.Validation> validations = new ArrayList<>();

        new Training(job("validated", 1), event -> {
                    if (event instanceof WorkerEvent.Validation validation && validation.step() == 12) {
                        validations.add(validation);
                    }
                })
                .run();

        assertThat(validations).extracting(WorkerEvent.Validation::set).containsExactly("x", "y", "");
        double all = validations.getLast().loss();
        assertThat(all)
                .isBetween(
                        Math.min(validations.get(0).loss(), validations.get(1).loss()),
                        Math.max(validations.get(0).loss(), validations.get(1).loss()));
    }

    @Test
    void hasTheLossOfEachDocumentAlone() {
        int[] tokens = {3, 4, 5, 20, 21, 22, 23, 24, 25};
        boolean[] counted = {false, true, true, false, true, true, true, true, true};
        Sequence packed = new Sequence(tokens, counted, new long[] {3, 5});
        Sequence first = new Sequence(Arrays.copyOf(tokens, 3), Arrays.copyOf(counted, 3));
        Sequence second = new Sequence(Arrays.copyOfRange(tokens, 3, 9), Arrays.copyOfRange(counted, 3, 9));
        try (Scope _ = Scope.open();
                Driven driven = Driven.ofToys(DataType.F32, Recompute.EVERY_BLOCK)) {
            double together = driven.loss(Batches.microBatch(List.of(packed), 30));
            double alone = driven.loss(Batches.microBatch(List.of(first), 30))
                    + driven.loss(Batches.microBatch(List.of(second), 30));
            assertThat(together / 7).isCloseTo(alone / 7, within(1e-6));
            assertThat(driven.train(Batches.microBatch(List.of(packed), 30), 1)).isCloseTo(together, within(1e-5));
        }
    }

    private static String hash(TrainingJob job) throws Exception {
        return new Training(job, _ -> {}).run().orElseThrow().weightsHash();
    }

    private static Consumer<WorkerEvent> killAfter(int step) {
        return event -> {
            if (event instanceof WorkerEvent.Step done && done.step() == step) {
                throw new Killed();
            }
        };
    }
}
