package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.decide.FindOverlaps;
import dev.ayatori.corpus.dedup.Passages;
import dev.ayatori.corpus.language.LanguageDetector;
import dev.ayatori.corpus.language.LanguageModel;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Step "judge": runs of decided documents with their sketches.
 *
 * @param repeated the lines that repeat
 * @param passages names of the parts of the table of passages
 */
record JudgePages(Job job, Partition partition, SortedMap<Long, Long> repeated, List<String> passages)
        implements Work<JudgePages.Judged> {
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
        RunBuilder runs = new RunBuilder(job, name());
        long quarantined = 0;
        try (Passages.Table table = MergePassages.table(job, passages);
                FindOverlaps overlaps = IndexEvaluations.open(job)) {
            Judge judge = new Judge(job.settings(), detector(), boilerplate, overlaps);
            Consumer<Draft> judging = draft -> runs.add(judge.decide(own(draft, table)));
            if (ReadPages.isNeeded(job.settings())) {
                ReadPages.forEach(job, partition, judging);
            } else {
                quarantined = Drafting.read(job, partition, judging);
            }
        }
        return new Judged(runs.finish(), quarantined, boilerplate.met());
    }

    /** The draft without passages that stand in a document before it; source code keeps all. */
    private Draft own(Draft draft, Passages.Table table) {
        return draft.isCode() ? draft : draft.withText(table.remove(draft.text(), draft.owner(job.ranking())));
    }

    private LanguageDetector detector() {
        List<LanguageModel> models = job.settings().languageModels();
        return models.isEmpty() ? BuiltIn.DETECTOR : LanguageDetector.of(models);
    }

    /** Loading the built-in model takes longer than many a task: a process does it once. */
    private static final class BuiltIn {
        static final LanguageDetector DETECTOR = LanguageDetector.of(List.of());
    }
}
