package dev.ayatori.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.pretrain.Precision;
import dev.ayatori.pretrain.PretrainSettings;
import dev.ayatori.pretrain.optimize.Anomalies;
import dev.ayatori.pretrain.optimize.Anomalies.Reaction;
import dev.ayatori.pretrain.optimize.Leg;
import dev.ayatori.pretrain.optimize.LossScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of pre-training as a recipe says them. */
class PretrainRecipeTest {

    @TempDir
    Path folder;

    @Test
    void saysPrecisionLossScaleAnomaliesAndChanges() throws IOException {
        PretrainSettings settings = settings("""
                pretrain:
                  precision: f16
                  optimizer:
                    lossScale: {initialScalePower: 11, lossScaleWindow: 500}
                    anomalies: {onNonFinite: stop, onSpike: roll-back, deviations: 5}
                  changes:
                    - after: 200
                      steps: 500
                      optimizer:
                        learningRate: 5.0e-4
                        finalLearningRateShare: 0
                        warmupSteps: 40
                        weightDecay: 0.1
                        beta1: 0.9
                        beta2: 0.95
                        epsilon: 1.0e-8
                        gradientClip: 1.0
                """);

        assertThat(settings.precision()).isEqualTo(Precision.F16);
        assertThat(settings.optimizer().lossScale()).isEqualTo(new LossScale.Settings(0, 11, 500, 2, 1));
        assertThat(settings.optimizer().anomalies())
                .isEqualTo(new Anomalies(Reaction.STOP, Reaction.ROLL_BACK, 5, 100, 3));
        Leg change = settings.changes().getFirst();
        assertThat(change.after()).isEqualTo(200);
        assertThat(change.steps()).isEqualTo(500);
        assertThat(change.optimizer().learningRate()).isEqualTo(5e-4);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> settings("pretrain:\n  optimizer:\n    anomalies: {onNonFinite: ignore}\n"))
                .hasMessageContaining("onNonFinite must be skip, roll-back or stop");
        assertThatThrownBy(() -> settings("pretrain:\n  optimizer:\n    lossScale: {lossScaleWindow: 0}\n"))
                .hasMessageContaining("lossScaleWindow must be at least 1, but is 0");
        assertThatThrownBy(() -> settings("pretrain:\n  precision: fp16\n")).hasMessageContaining("f16");
        assertThatThrownBy(() -> settings("pretrain:\n  changes:\n    - after: 3\n      steps: 9\n"))
                .hasMessageContaining("optimizer");
    }

    private PretrainSettings settings(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.yaml"), yaml);
        return Recipe.read(file, Recipe.STAGES).settings("pretrain", PretrainSettings.defaults());
    }
}
