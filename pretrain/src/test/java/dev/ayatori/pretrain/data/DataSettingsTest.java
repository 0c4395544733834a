package dev.ayatori.pretrain.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.shards.Packing;
import dev.ayatori.shards.PackingPlan;
import dev.ayatori.shards.Shards;
import dev.ayatori.shards.TokenFile;
import dev.ayatori.shards.TrainingOrder.Fold;
import dev.ayatori.shards.TrainingOrder.Place;
import dev.ayatori.shards.TrainingOrder.Source;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSettingsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeShards() throws IOException {
        TokenFiles.write(folder.resolve("train-ja"), 30, 51, 40); // 12 windows of 10
        TokenFiles.write(folder.resolve("train-code"), 41); // 4
        TokenFiles.write(folder.resolve("validation-ja"), 11);
        TokenFiles.write(folder.resolve("validation-code"), 10);
    }

    private TrainingData of(DataSettings settings, int steps) {
        try (Shards shards = Shards.open(folder)) {
            return settings.of(shards, 10, steps, 4);
        }
    }

    private static DataSettings folds(FoldSettings... folds) {
        return new DataSettings(Packing.WINDOWS, false, List.of(folds), List.of());
    }

    private static FoldSettings times(int steps, Map<String, Double> times) {
        return new FoldSettings(steps, new TreeMap<>(times), new TreeMap<>());
    }

    private static FoldSettings shares(Map<String, Double> shares) {
        return new FoldSettings(0, new TreeMap<>(), new TreeMap<>(shares));
    }

    @Test
    void readsEveryFileOnceInARoundUnlessTold() {
        TrainingData data = of(DataSettings.defaults(), 9);
        assertThat(data.folds())
                .containsExactly(new Fold(9, List.of(new Source("train-code", 4, 4), new Source("train-ja", 12, 12))));
        assertThat(data.validation()).containsExactly("validation-ja");
    }

    @Test
    void weighsFilesByHowOftenARoundReadsThem() {
        assertThat(of(folds(times(0, Map.of("train-ja", 0.5, "train-code", 2.0))), 9)
                        .folds())
                .containsExactly(new Fold(9, List.of(new Source("train-code", 4, 8), new Source("train-ja", 12, 6))));
    }

    @Test
    void weighsFilesByTheirShareSoThatNoSequenceComesTwiceInARound() {
        assertThat(of(folds(shares(Map.of("train-ja", 0.5, "train-code", 0.5))), 9)
                        .folds())
                .containsExactly(new Fold(9, List.of(new Source("train-code", 4, 4), new Source("train-ja", 12, 4))));
    }

    @Test
    void readsOneFoldAfterTheOtherAndTheLastToTheEnd() {
        FoldSettings japanese = times(0, Map.of("train-ja", 1.0));
        FoldSettings code = times(0, Map.of("train-code", 1.0));
        assertThat(of(folds(japanese, code), 20).folds())
                .containsExactly(
                        new Fold(3, List.of(new Source("train-ja", 12, 12))),
                        new Fold(17, List.of(new Source("train-code", 4, 4))));
    }

    @Test
    void saysWhatIsWrongWithFolds() {
        FoldSettings japanese = times(5, Map.of("train-ja", 1.0));
        assertThatThrownBy(() -> of(folds(japanese, japanese), 9))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("fold 2 of 2 takes 5 steps, but 4 of pretrain.steps 9 are left");
        assertThatThrownBy(() -> of(folds(japanese), 9))
                .hasMessageContaining("end 4 steps before pretrain.steps 9")
                .hasMessageContaining("set pretrain.steps to 5");
        assertThatThrownBy(() -> of(folds(times(0, Map.of("train-en", 1.0))), 9))
                .hasMessageContaining("name train-en, but the training files are [train-code, train-ja]");
        assertThatThrownBy(() -> times(0, Map.of("train-ja", -1.0)))
                .hasMessage("times of train-ja must be above 0, but is -1.0");
        assertThatThrownBy(() -> new FoldSettings(
                        0, new TreeMap<>(Map.of("train-ja", 1.0)), new TreeMap<>(Map.of("train-ja", 1.0))))
                .hasMessageContaining("times and shares must not both be given");
    }

    @Test
    void saysWhatIsWrongWithValidationSetsAndPlans() {
        DataSettings missing = new DataSettings(Packing.WINDOWS, false, List.of(), List.of("validation-en"));
        assertThatThrownBy(() -> of(missing, 9))
                .hasMessageContaining(
                        "names validation-en, but the validation files are [validation-code, validation-ja]");
        DataSettings small = new DataSettings(Packing.WINDOWS, false, List.of(), List.of("validation-code"));
        assertThatThrownBy(() -> of(small, 9)).hasMessageContaining("holds 10 tokens, but one sequence takes 11");
        DataSettings packed = new DataSettings(Packing.BEST_FIT, true, List.of(), List.of());
        assertThatThrownBy(() -> of(packed, 9))
                .hasMessageContaining("has no packing plan for train-code; set shards.packedTokens to 11");
    }

    @Test
    void keepsDocumentsApart() {
        DataSettings apart = new DataSettings(Packing.WINDOWS, true, List.of(), List.of());
        try (TrainingFiles files = TrainingFiles.open(of(apart, 9))) {
            Sequence across = files.read(new Place("train-ja", 8)); // tokens 80 to 90, a new document at 81
            assertThat(across.documents()).containsExactly(1, 9);
            assertThat(across.counted())
                    .containsExactly(false, false, true, true, true, true, true, true, true, true, true);
            assertThat(files.read(new Place("train-ja", 0)).documents()).containsExactly(10);
        }
        try (TrainingFiles files = TrainingFiles.open(of(DataSettings.defaults(), 9))) {
            assertThat(files.read(new Place("train-ja", 8)).documents()).containsExactly(10);
            assertThat(files.read(new Place("train-ja", 8)).counted()).containsOnly(true);
        }
    }

    @Test
    void packsDocumentsAsThePlanSaysAndFillsUpUncounted() throws IOException {
        Path packed = Files.createDirectory(folder.resolve("packed"));
        TokenFiles.write(packed.resolve("train"), 7, 3, 16, 2);
        try (TokenFile file = TokenFile.open(packed.resolve("train"))) {
            PackingPlan.of(file, 11).write(packed.resolve("train.packing"));
        }
        DataSettings settings = new DataSettings(Packing.BEST_FIT, true, List.of(), List.of());
        TrainingData data;
        try (Shards shards = Shards.open(packed)) {
            data = settings.of(shards, 10, 3, 4);
        }
        assertThat(data.folds().getFirst().sources()).containsExactly(new Source("train", 3, 3));
        try (TrainingFiles files = TrainingFiles.open(data)) {
            Sequence full = files.read(new Place("train", 0));
            assertThat(full.tokens()).containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
            assertThat(full.documents()).containsExactly(10);
            Sequence three = files.read(new Place("train", 1));
            assertThat(three.tokens()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
            assertThat(three.documents()).containsExactly(7, 3);
            assertThat(three.counted())
                    .containsExactly(false, true, true, true, true, true, true, false, true, true, false);
            assertThat(files.read(new Place("train", 2)).documents()).containsExactly(5, 2, 3);
        }
    }

    @Test
    void noticesThatFilesWereChanged() throws IOException {
        TrainingData data = of(DataSettings.defaults(), 9);
        TokenFiles.write(folder.resolve("train-code"), 30);
        assertThatThrownBy(() -> TrainingFiles.open(data))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("has 2 sequences, but this training was planned over 4");
    }
}
