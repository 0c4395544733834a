package dev.ayatori.evaluate;

import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.util.List;

/**
 * The stage that measures the models beside their baselines and tells every score with its interval.
 *
 * <p>Writes {@code scores.json}, {@code samples.parquet} and {@code report.html}.
 */
public final class Evaluate implements Stage {

    private final EvaluateSettings settings;

    /** The stage with these settings. */
    public Evaluate(EvaluateSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Record settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of("corpus", "tokenizer", "pretrain", "tune");
    }

    @Override
    public StageResult run(StageContext context) {
        throw new UnsupportedOperationException("evaluation is not there yet");
    }
}
