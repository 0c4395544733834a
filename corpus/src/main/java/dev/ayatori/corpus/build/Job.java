package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.dedup.SketchFiles;
import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.dedup.cluster.Fates;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What every task of a build knows.
 *
 * @param work folder of the work in progress
 * @param output folder of the corpus
 * @param settingsJson the corpus's settings
 * @param ranking all collections in the order of their priority
 * @param memory bytes that one task may fill
 */
record Job(String work, String output, String settingsJson, List<String> ranking, long memory) implements Serializable {
    CorpusSettings settings() {
        return Json.parse(settingsJson, CorpusSettings.class);
    }

    /** A file of a step; its folder is there. */
    Path file(String step, String name) {
        Path folder = Path.of(work, step);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not create " + folder + ": " + e.getMessage(), e);
        }
        return folder.resolve(name);
    }

    /** Files of a step in the order of their names. */
    List<Path> files(Journal.Step step, List<String> names) {
        return names.stream().map(name -> file(step.name(), name)).toList();
    }

    SketchFiles sketches(Run run) {
        return new SketchFiles(Path.of(work, Run.STEP), run.name());
    }

    Sketches sketches(List<Run> runs) {
        return Sketches.open(
                runs.stream().map(this::sketches).toList(), settings().duplicates());
    }

    /** What became of each document after a step. */
    Fates fates(String step) {
        return Fates.open(file(step, "fates"));
    }
}
