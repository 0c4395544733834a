package dev.ayatori.corpus.build;

import dev.ayatori.corpus.engine.CorpusEngine;
import dev.ayatori.corpus.engine.Task;
import dev.ayatori.corpus.spill.WholeFile;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the steps of a build, and knows from the files that tasks leave which of them are done. */
final class Journal {
    private final Job job;
    private final CorpusEngine engine;
    private final Progress progress;

    Journal(Job job, CorpusEngine engine, Progress progress) {
        this.job = job;
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * How a step shows itself.
     *
     * @param name folder of its files
     * @param what a few words on what it does
     * @param unit in which the weights of its tasks are counted
     */
    record Step(String name, String what, String unit) {}

    /** Runs those tasks of a step that are not done; returns the news of all in their order. */
    <R extends Record> List<R> run(Step step, List<? extends Work<R>> works, Class<R> news)
            throws InterruptedException {
        progress.start(step.what(), works.stream().mapToLong(Work::weight).sum(), step.unit());
        List<Recorded> open = new ArrayList<>();
        List<Long> weights = new ArrayList<>();
        for (Work<R> work : works) {
            Path file = newsFile(step, work);
            if (Files.exists(file)) {
                progress.advance(work.weight());
            } else {
                open.add(new Recorded(work, file.toString()));
                weights.add(work.weight());
            }
        }
        engine.run(open, task -> progress.advance(weights.get(task)));
        progress.finish();
        return works.stream().map(work -> Json.read(newsFile(step, work), news)).toList();
    }

    private Path newsFile(Step step, Work<?> work) {
        return job.file(step.name(), work.name() + ".json");
    }

    /** Does the work and writes down its news. */
    private record Recorded(Work<?> work, String file) implements Task {
        @Override
        public void run() throws IOException, InterruptedException {
            Record news = work.run();
            WholeFile whole = WholeFile.at(Path.of(file));
            Json.write(whole.draft(), news);
            whole.publish();
        }
    }
}
