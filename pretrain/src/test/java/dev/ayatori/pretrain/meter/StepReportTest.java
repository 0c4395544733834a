package dev.ayatori.pretrain.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StepReportTest {

    private static final StepWork WORK = new StepWork(5000, 8, 1024, 4e9, 8e10);
    private static final StepFigures FIGURES =
            new StepFigures(3.25, 0.75, 2e-3, 1024, 0.25, new ResidentMemory(700_000_000, 900_000_000));

    private final Map<String, Double> metrics = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    @Test
    void tellsAPersonInOneLine() {
        StepReport report = report(MetricNames.AYATORI);
        report.start(4, 10, WORK);
        report.validation(4, "", 3.5);
        report.validation(4, "wiki", 3.25);
        report.step(5, FIGURES);

        assertThat(lines)
                .containsExactly(
                        "goes on after step 4",
                        "multiplies matrices at 80.0 GFLOP/s at best",
                        "step 4: validation loss 3.5000, perplexity 33.12",
                        "step 4: validation loss wiki 3.2500, perplexity 25.79",
                        "loss 3.250  validation 3.500 (perplexity 33.1)  rate 2.00e-03  gradient 0.75  4,096 tokens/s"
                                + "  16.0 GFLOP/s (20% of peak)  700 MB (peak 900)");
    }

    @Test
    void writesEveryFigureDown() {
        StepReport report = report(MetricNames.AYATORI);
        report.start(4, 10, WORK);
        report.step(5, FIGURES);
        report.validation(5, "wiki", 0);

        assertThat(metrics)
                .containsEntry("loss 5", 3.25)
                .containsEntry("gradient-norm 5", 0.75)
                .containsEntry("learning-rate 5", 2e-3)
                .containsEntry("loss-scale 5", 1024.0)
                .containsEntry("tokens-per-second 5", 4096.0)
                .containsEntry("sequences-per-second 5", 32.0)
                .containsEntry("seconds-per-step 5", 0.25)
                .containsEntry("model-teraflops-per-second 5", 0.016)
                .containsEntry("utilisation 5", 0.2)
                .containsEntry("resident-megabytes 5", 700.0)
                .containsEntry("peak-resident-megabytes 5", 900.0)
                .containsEntry("samples 5", 40.0)
                .containsEntry("tokens 5", 5120.0)
                .containsEntry("batch-size 5", 8.0)
                .containsEntry("parameters 5", 5000.0)
                .containsEntry("validation-perplexity/wiki 5", 1.0);
    }

    @Test
    void speaksOfNoPeakThatNobodyMeasuredAndNoScaleThatIsNone() {
        StepReport report = report(MetricNames.AYATORI);
        report.start(0, 10, new StepWork(5000, 8, 1024, 4e9, 0));
        report.step(1, new StepFigures(3, 1, 1e-3, 1, 0.5, new ResidentMemory(1, 1)));

        assertThat(metrics).doesNotContainKeys("utilisation 1", "loss-scale 1");
        assertThat(lines).singleElement().asString().doesNotContain("peak)").doesNotContain("%");
    }

    @Test
    void speaksAsLlmJpDoesWhereAsked() {
        StepReport report = report(MetricNames.of("llm-jp"));
        report.start(0, 10, WORK);
        report.step(1, FIGURES);
        report.validation(1, "wiki", 1);
        report.validation(1, "", 1);

        assertThat(metrics)
                .containsEntry("lm-loss-training/lm loss 1", 3.25)
                .containsEntry("others/grad-norm 1", 0.75)
                .containsEntry("utils/steps-vs-tokens 1", 1024.0)
                .containsEntry("stats/tflops 1", 0.016)
                .containsEntry("timers/iteration-time 1", 0.25)
                .containsEntry("lm-loss-validation/lm loss_validation 1", 1.0)
                .containsEntry("lm-loss-validation/lm loss_validation/wiki 1", 1.0)
                .containsEntry("utilisation 1", 0.2);
        assertThatThrownBy(() -> MetricNames.of("nii"))
                .isInstanceOf(AyatoriException.class)
                .hasMessage("--metric-names must be ayatori or llm-jp, but is nii");
    }

    private StepReport report(MetricNames names) {
        MetricSink sink = (name, step, value) -> metrics.put(name + " " + step, value);
        Progress progress = new Progress() {
            @Override
            public void start(String what, long total, String unit) {}

            @Override
            public void advance(long by) {}

            @Override
            public void status(String text) {
                lines.add(text);
            }

            @Override
            public void note(String line) {
                lines.add(line);
            }

            @Override
            public void finish() {}
        };
        return new StepReport(progress, names.over(sink));
    }
}
