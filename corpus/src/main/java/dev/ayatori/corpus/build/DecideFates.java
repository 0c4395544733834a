package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.dedup.cluster.DuplicateSearch;
import dev.ayatori.corpus.dedup.cluster.Fates;
import dev.ayatori.corpus.spill.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Step "decide": which documents of each cluster of duplicates stay. */
record DecideFates(Job job, List<Run> runs, List<String> edges) implements Work<DecideFates.Decided> {
    static final Journal.Step STEP = new Journal.Step("decide", "deciding on duplicates", "documents");

    /** How many documents were decided on. */
    record Decided(long documents) {}

    @Override
    public String name() {
        return "all";
    }

    @Override
    public long weight() {
        return runs.stream().mapToLong(Run::passed).sum();
    }

    @Override
    public Decided run() throws IOException, InterruptedException {
        WholeFile file = WholeFile.at(job.file(STEP.name(), "fates"));
        try (Sketches sketches = job.sketches(runs);
                Fates fates = Fates.create(file.draft(), sketches.size())) {
            List<Path> files = edges.stream()
                    .map(name -> job.file(LinkDocuments.DUPLICATES.name(), name))
                    .toList();
            new DuplicateSearch(sketches, job.settings().duplicates()).decide(files, fates);
        }
        file.publish();
        return new Decided(weight());
    }
}
