package dev.ayatori.corpus;

import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.util.List;

/** The stage "corpus": from the pages of the sources to documents kept or removed, each with its reasons. */
public final class BuildCorpus implements Stage {
    private final CorpusSettings settings;

    /** The stage with these settings. */
    public BuildCorpus(CorpusSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "corpus";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public CorpusSettings settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of("sources");
    }

    @Override
    public StageResult run(StageContext context) {
        throw new UnsupportedOperationException("building a corpus is not there yet");
    }
}
