package dev.ayatori.corpus.build.decide;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.decontaminate.DecontaminationSettings;
import dev.ayatori.corpus.decontaminate.EvaluationIndex;
import dev.ayatori.corpus.decontaminate.Overlap;
import dev.ayatori.corpus.decontaminate.OverlapAction;
import dev.ayatori.corpus.filter.rule.Bounds;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which texts of evaluation sets documents hold, and which documents go for it. */
public final class FindOverlaps implements AutoCloseable {
    /** The rule that removes documents. */
    public static final String RULE = "evaluation-overlap";
    /** A document that holds more of them tells the best. */
    private static final int TOLD = 20;

    private final DecontaminationSettings settings;
    private final Optional<EvaluationIndex> index;

    private FindOverlaps(DecontaminationSettings settings, Optional<EvaluationIndex> index) {
        this.settings = settings;
        this.index = index;
    }

    /** Looks for the sets whose index stands in a folder; for nothing where the settings name no set. */
    public static FindOverlaps in(Path folder, DecontaminationSettings settings) {
        return new FindOverlaps(
                settings, settings.any() ? Optional.of(new EvaluationIndex(folder, settings)) : Optional.empty());
    }

    /** The document with what it holds, as a JSON list of {@link Overlap}, best first. */
    public Document tell(Document document) {
        return index.map(each -> each.overlaps(document.text()))
                .filter(overlaps -> !overlaps.isEmpty())
                .map(overlaps -> document.with(Map.of(
                        Document.OVERLAPS,
                        Json.line(overlaps.stream().limit(TOLD).toList()))))
                .orElse(document);
    }

    /** Why a document that was told about goes, if it does. */
    public Optional<Removal> removal(Document told) {
        return Optional.of(told.attribute(Document.OVERLAPS))
                .filter(overlaps -> !overlaps.isEmpty() && settings.action() == OverlapAction.REMOVE)
                .map(overlaps -> new Removal(
                        told,
                        RULE,
                        Bounds.number(best(overlaps).score()),
                        "< " + Bounds.number(settings.threshold()),
                        ""));
    }

    private static Overlap best(String overlaps) {
        return List.of(Json.parse(overlaps, Overlap[].class)).getFirst();
    }

    @Override
    public void close() {
        index.ifPresent(EvaluationIndex::close);
    }
}
