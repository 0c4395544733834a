package dev.ayatori.cluster;

import dev.ayatori.corpus.engine.CorpusEngine;
import dev.ayatori.corpus.engine.EngineProvider;
import dev.ayatori.corpus.engine.EngineSettings;

/** Makes the engine {@code spark}. */
public final class SparkProvider implements EngineProvider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public CorpusEngine open(EngineSettings settings) {
        return SparkEngine.start(settings);
    }
}
