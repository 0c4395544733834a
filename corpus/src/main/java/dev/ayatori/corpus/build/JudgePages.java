package dev.ayatori.corpus.build;

import dev.ayatori.corpus.language.LanguageDetector;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Step "judge": runs of decided documents with their sketches.
 *
 * @param repeated the lines that repeat; where none can, the pages were not read before and are read now
 */
record JudgePages(Job job, Partition partition, SortedMap<Long, Long> repeated) implements Work<JudgePages.Judged> {
    static final Journal.Step STEP = new Journal.Step(Run.STEP, "judging documents", "kB");

    /**
     * What was judged.
     *
     * @param quarantined pages that could not be read, when they were read in this step
     * @param lines repeated lines taken out, by collection, with the number of pages they stand in
     */
    record Judged(List<Run> runs, long quarantined, SortedMap<String, SortedMap<String, Long>> lines) {}

    @Override
    public String name() {
        return partition.name();
    }

    @Override
    public long weight() {
        return partition.weight();
    }

    @Override
    public Judged run() throws IOException {
        Boilerplate boilerplate = new Boilerplate(job.ranking(), repeated);
        Judge judge = new Judge(job.settings(), Model.DETECTOR, boilerplate);
        RunBuilder runs = new RunBuilder(job, name());
        Consumer<Draft> judging = draft -> runs.add(judge.decide(draft));
        long quarantined = 0;
        if (job.settings().repeatedLines().any()) {
            ReadPages.forEach(job, partition, judging);
        } else {
            quarantined = Drafting.read(job, partition, judging);
        }
        return new Judged(runs.finish(), quarantined, boilerplate.met());
    }

    /** Loading the model takes longer than many a task: a process does it once. */
    private static final class Model {
        static final LanguageDetector DETECTOR = LanguageDetector.load();
    }
}
