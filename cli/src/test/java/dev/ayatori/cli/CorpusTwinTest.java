package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.mix.MixReport;
import dev.ayatori.corpus.takedown.TakedownList;
import dev.ayatori.shards.PlacedDocument;
import dev.ayatori.shards.Shards;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The small twin of LLM-jp's corpus, from files to folds. */
@Tag("data")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTwinTest {
    private static final Path RECIPE = Path.of("..", "recipes", "llm-jp-v1-corpus-sample.yaml");

    private Path run = Path.of("");

    @BeforeAll
    void build(@TempDir Path folder) throws Exception {
        String recipe = Files.readString(RECIPE)
                .replace("${AYATORI_DATA:-../shared/data}", System.getProperty("ayatori.shared.data"));
        Path filledIn = Files.writeString(folder.resolve("twin.yaml"), recipe);
        try (RunFolder locked = RunFolder.lock(folder, "twin")) {
            run = locked.path();
            Pipeline.run(
                    Pipeline.stages(Recipe.read(filledIn, Recipe.STAGES), TakedownList.of(folder)),
                    new Pipeline.Part("", "shards"),
                    locked,
                    new Resources(2, folder.resolve("cache")),
                    Progress.silent());
        }
    }

    private Corpus corpus() {
        return Corpus.open(Artifact.open(run.resolve("corpus")));
    }

    private MixReport report() {
        return Json.read(run.resolve("shards/mix.json"), MixReport.class);
    }

    @Test
    void fillsEveryPartAndEveryFoldOfItToATenthOfAPerCentOfItsBudget() {
        for (MixReport.Part part : report().parts()) {
            assertThat(part.filled()).isBetween(part.budget() * 999 / 1000, part.budget());
            double fold = part.budget() / 11.0;
            assertThat(part.folds())
                    .hasSize(11)
                    .allSatisfy((name, amount) ->
                            assertThat((double) amount.units()).isBetween(fold * 0.999, fold + 1));
        }
    }

    @Test
    void putsEveryDocumentIntoOneFoldAndNoneOfThoseHeldOut() {
        Map<String, String> folds = new HashMap<>();
        Set<String> heldOut =
                corpus().documents(Split.VALIDATION).map(Document::id).collect(Collectors.toSet());
        assertThat(heldOut).isNotEmpty();
        try (Shards shards = Shards.open(run.resolve("shards"))) {
            assertThat(shards.train()).hasSize(11).containsKeys("train-01", "train-10", "train-refined");
            for (PlacedDocument place : shards.documents()) {
                assertThat(folds.getOrDefault(place.id(), place.file())).isEqualTo(place.file());
                folds.put(place.id(), place.file());
                assertThat(heldOut.contains(place.id())).isEqualTo(place.split() == Split.VALIDATION);
            }
        }
    }

    @Test
    void countsEveryDocumentFromReadToRead() {
        CorpusStatistics statistics = corpus().statistics();
        Tally removed = statistics.removed().values().stream().reduce(Tally.NONE, Tally::plus);
        assertThat(statistics.read()).isEqualTo(statistics.kept().plus(removed));
        MixReport report = report();
        assertThat(report.documents().documents())
                .isEqualTo(corpus().documents(Split.TRAIN).count());
        long inParts = report.parts().stream()
                .mapToLong(part -> part.taken().documents() + part.leftOut().documents())
                .sum();
        assertThat(report.documents().documents())
                .isEqualTo(inParts + report.outside().documents());
        try (Shards shards = Shards.open(run.resolve("shards"))) {
            Map<String, Long> tokens = new TreeMap<>();
            report.parts()
                    .forEach(part -> part.folds()
                            .forEach((fold, amount) -> tokens.merge("train-" + fold, amount.units(), Long::sum)));
            assertThat(tokens.keySet()).isEqualTo(shards.train().keySet());
            shards.train().forEach((name, file) -> assertThat(file.tokens()).isEqualTo(tokens.get(name)));
            try (Stream<PlacedDocument> copies = shards.documents().stream()) {
                long trained =
                        copies.filter(place -> place.split() == Split.TRAIN).count();
                assertThat(trained)
                        .isEqualTo(report.parts().stream()
                                .mapToLong(part -> part.taken().documents()
                                        + part.repeated().documents())
                                .sum());
            }
        }
    }
}
