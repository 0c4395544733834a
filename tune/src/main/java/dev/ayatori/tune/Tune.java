package dev.ayatori.tune;

import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.util.List;

/**
 * The stage that teaches the pretrained model to answer: instruction data from the corpus, then supervised fine-tuning.
 *
 * <p>Writes {@code examples.jsonl}, {@code choices.jsonl} and {@code model/} in Hugging Face layout.
 */
public final class Tune implements Stage {

    private final TuneSettings settings;

    /** The stage with these settings. */
    public Tune(TuneSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "tune";
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
        return List.of("corpus", "tokenizer", "pretrain");
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public StageResult run(StageContext context) {
        throw new UnsupportedOperationException("tuning is not there yet");
    }
}
