package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.decide.FindOverlaps;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationIndexWriter;
import java.nio.file.Path;
import java.util.SortedMap;

/** Step "evaluations": the n-grams of the evaluation sets that documents must not hold. */
record IndexEvaluations(Job job) implements Work<IndexEvaluations.Indexed> {
    static final Journal.Step STEP = new Journal.Step("evaluations", "indexing evaluation sets", "sets");
    private static final String INDEX = "index";

    /** What each set brought, by its name. */
    record Indexed(SortedMap<String, EvaluationIndexWriter.Counts> sets) {}

    @Override
    public String name() {
        return INDEX;
    }

    @Override
    public long weight() {
        return settings(job).sets().size();
    }

    @Override
    public Indexed run() {
        return new Indexed(EvaluationIndexWriter.write(settings(job), folder(job)));
    }

    static FindOverlaps open(Job job) {
        return FindOverlaps.in(folder(job), settings(job));
    }

    private static Path folder(Job job) {
        return job.file(STEP.name(), INDEX).resolveSibling("");
    }

    private static DecontaminationSettings settings(Job job) {
        return job.settings().decontamination();
    }
}
