package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.decide.FindOverlaps;
import dev.ayatori.corpus.build.decide.Judge;
import dev.ayatori.corpus.build.draft.Boilerplate;
import dev.ayatori.corpus.build.draft.Draft;
import dev.ayatori.corpus.build.draft.Partition;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.language.LanguageDetector;
import dev.ayatori.corpus.language.LanguageModel;
import dev.ayatori.corpus.spill.RecordReader;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/**
 * Step "judge": runs of decided documents with their sketches.
 *
 * @param repeated the lines that repeat
 * @param compared what tells which of their text stands before
 */
record JudgePages(Job job, Partition partition, SortedMap<Long, Long> repeated, CutCopies.Compared compared)
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
        try (CutCopies copies = new CutCopies(job, partition, compared);
                FindOverlaps overlaps = IndexEvaluations.open(job)) {
            Judge judge = new Judge(job.settings(), detector(), boilerplate, overlaps);
            if (ReadPages.isNeeded(job.settings())) {
                try (RecordReader drafts = ReadPages.drafts(job, partition)) {
                    while (drafts.next()) {
                        Draft draft = StoredRecords.draft(drafts.record());
                        runs.add(judge.decide(copies.cut(draft, drafts.key())));
                    }
                }
            } else {
                quarantined = Drafting.read(job, partition, draft -> runs.add(judge.decide(draft)));
            }
        }
        return new Judged(runs.finish(), quarantined, boilerplate.met());
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
