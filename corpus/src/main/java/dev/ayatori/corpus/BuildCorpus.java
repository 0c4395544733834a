package dev.ayatori.corpus;

import dev.ayatori.corpus.language.LanguageDetector;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The stage "corpus": from the pages of the sources to documents kept or removed, each with its reasons.
 *
 * <p>What looks at one document is a pure function and runs on many threads; the steps that need all documents (repeated
 * lines, duplicates, clusters, the split) stand between them.
 */
public final class BuildCorpus implements Stage {
    private final CorpusSettings settings;

    /** The stage with these settings. */
    public BuildCorpus(CorpusSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "corpus";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public CorpusSettings settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of("sources");
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        Progress progress = context.progress();
        try (Workers workers = new Workers(context.resources().threads())) {
            Intake.Taken taken = Intake.read(context.input("sources").folder(), workers, progress);
            Boilerplate boilerplate = Boilerplate.of(taken.drafts(), settings.repeatedLines());
            List<Judge.Decision> decisions = judge(taken.drafts(), boilerplate, workers, progress);
            Outcome outcome = decide(decisions, progress);
            return write(context, taken, boilerplate, outcome);
        }
    }

    /** Every document once, kept or removed, each list in the order of the ids. */
    private record Outcome(List<Document> kept, List<Removal> removed) {}

    private List<Judge.Decision> judge(List<Draft> drafts, Boilerplate boilerplate, Workers workers, Progress progress)
            throws InterruptedException {
        Judge judge = new Judge(settings, LanguageDetector.load(), boilerplate);
        progress.start("judging documents", drafts.size(), "documents");
        List<Judge.Decision> decisions = workers.map(drafts, draft -> {
            Judge.Decision decision = judge.decide(draft);
            progress.advance(1);
            return decision;
        });
        progress.finish();
        return decisions;
    }

    private Outcome decide(List<Judge.Decision> decisions, Progress progress) {
        List<Judge.Passed> passed = new ArrayList<>();
        List<Removal> removed = new ArrayList<>();
        for (Judge.Decision decision : decisions) {
            switch (decision) {
                case Judge.Passed document -> passed.add(document);
                case Judge.Failed failed -> removed.add(failed.removal());
            }
        }
        progress.start("finding duplicates", passed.size(), "documents");
        Deduplication deduplication = Deduplication.of(passed, settings);
        progress.advance(passed.size());
        progress.finish();
        removed.addAll(deduplication.removed());
        List<Document> kept = new ArrayList<>(Splitter.split(deduplication.kept(), settings.split()));
        kept.sort(Comparator.comparing(Document::id));
        removed.sort(Comparator.comparing(removal -> removal.document().id()));
        return new Outcome(kept, removed);
    }

    private StageResult write(StageContext context, Intake.Taken taken, Boilerplate boilerplate, Outcome outcome)
            throws IOException {
        if (outcome.kept().isEmpty()) {
            throw new AyatoriException("no document is left of "
                    + taken.drafts().size() + " that were read; loosen the filters or name more sources in the recipe");
        }
        CorpusWriter writer = new CorpusWriter(context.folder(), settings.rowsPerFile());
        writer.documents(outcome.kept());
        writer.removals(outcome.removed());
        writer.quarantine(taken.quarantined());
        CorpusStatistics statistics = Funnel.count(
                outcome.kept(), outcome.removed(), taken.quarantined().size(), boilerplate);
        writer.statistics(statistics);
        return new StageResult(writer.recordsHash(), counts(statistics));
    }

    private static Map<String, Long> counts(CorpusStatistics statistics) {
        return Map.of(
                "pages", statistics.read().documents() + statistics.quarantined(),
                "documents", statistics.kept().documents(),
                "bytes", statistics.kept().bytes(),
                "quarantined", statistics.quarantined());
    }
}
