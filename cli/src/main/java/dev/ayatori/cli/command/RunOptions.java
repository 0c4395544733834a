package dev.ayatori.cli.command;

import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.TrackStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which run a command looks at: the one named, or the one last worked on. */
public final class RunOptions {
    @Option(names = "--runs", paramLabel = "DIR", description = "the folder of runs (default: runs)")
    private Path runs = Path.of("runs");

    @Option(names = "--run", paramLabel = "NAME", description = "the run (default: the one last worked on)")
    private String run = "";

    /** The folder of runs. */
    public Path runs() {
        if (!Files.isDirectory(runs)) {
            throw new AyatoriException("there is no folder of runs " + runs
                    + "; `ayatori run RECIPE` makes one, --runs DIR names another");
        }
        return runs;
    }

    /** The name of the run. */
    public String name() {
        if (!run.isEmpty()) {
            return run;
        }
        try (TrackStore store = TrackStore.open(runs())) {
            List<String> names = store.runs().stream()
                    .filter(name -> Files.isDirectory(runs.resolve(name)))
                    .toList();
            if (names.isEmpty()) {
                throw new AyatoriException("there is no run in " + runs + "; `ayatori run RECIPE` makes one");
            }
            return names.getFirst();
        }
    }

    /** The folder of the run. */
    public Path folder() {
        Path folder = runs().resolve(name());
        if (!Files.isDirectory(folder)) {
            throw new AyatoriException("there is no run " + folder + "; `ayatori track list` shows those there are");
        }
        return folder;
    }

    /** What a stage of the run made. */
    public Artifact artifact(String stage) {
        return Artifact.open(folder().resolve(stage));
    }
}
