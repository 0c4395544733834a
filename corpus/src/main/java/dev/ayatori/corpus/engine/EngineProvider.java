package dev.ayatori.corpus.engine;

import dev.ayatori.track.AyatoriException;
import java.util.ServiceLoader;

/** Makes engines of one name; those beside {@code local} are found by {@link ServiceLoader}. */
public interface EngineProvider {
    /** The name by which it is asked for, such as {@code spark}. */
    String name();

    /** Starts an engine. */
    CorpusEngine open(EngineSettings settings);

    /** Starts the engine of this name. */
    static CorpusEngine open(String name, EngineSettings settings) {
        if (name.equals("local")) {
            return new LocalEngine(settings);
        }
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
            if (provider.name().equals(name)) {
                return provider.open(settings);
            }
        }
        throw new AyatoriException("there is no engine \"" + name
                + "\" here: local is always there, spark comes with the launcher (./ayatori ... --engine spark)");
    }
}
