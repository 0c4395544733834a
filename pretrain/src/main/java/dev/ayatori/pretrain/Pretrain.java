package dev.ayatori.pretrain;

import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.util.List;

/** Trains a model from random weights on the shards. */
public final class Pretrain implements Stage {

    private final PretrainSettings settings;

    /** The stage with its settings. */
    public Pretrain(PretrainSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "pretrain";
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
        return List.of("shards", "tokenizer");
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public StageResult run(StageContext context) {
        throw new UnsupportedOperationException("not yet");
    }
}
