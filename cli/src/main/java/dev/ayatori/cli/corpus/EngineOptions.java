package dev.ayatori.cli.corpus;

import dev.ayatori.cli.command.MemorySize;
import dev.ayatori.corpus.engine.CorpusEngine;
import dev.ayatori.corpus.engine.EngineProvider;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.track.Resources;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What builds a corpus: threads of this machine or a cluster; it changes no result. */
final class EngineOptions {
    @Option(names = "--engine", paramLabel = "NAME", description = "local or spark (default: local)")
    private String engine = "local";

    @Option(
            names = "--master",
            paramLabel = "ADDRESS",
            description = "the cluster: local[N], spark://HOST:PORT, or what spark-submit says")
    private String master = "";

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "memory to fill before work goes to disk, such as 800m or 4g (default: half of the heap)")
    private String memory = "0";

    @Option(
            names = "--spark",
            paramLabel = "KEY=VALUE",
            description = "a property of Spark, such as spark.executor.memory=4g")
    private Map<String, String> properties = Map.of();

    /** Starts the engine that was asked for. */
    CorpusEngine open(Resources resources) {
        return EngineProvider.open(
                engine,
                new EngineSettings(
                        resources.threads(), MemorySize.of("--memory", memory), master, new TreeMap<>(properties)));
    }
}
