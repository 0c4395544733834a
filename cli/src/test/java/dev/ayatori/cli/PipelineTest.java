package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.corpus.takedown.TakedownList;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Production;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    private static final Path RECIPES =
            Path.of(System.getProperty("ayatori.root", "..")).resolve("recipes");

    private record Word(String word) {}

    private record Writing(String name, Word settings, List<String> inputs) implements Stage {
        @Override
        public int revision() {
            return 1;
        }

        @Override
        public StageResult run(StageContext context) throws IOException {
            Files.writeString(context.folder().resolve("word.txt"), settings.word());
            return new StageResult(settings.word(), Map.of("writtenWords", 1_000L));
        }
    }

    @TempDir
    Path runs;

    @Test
    void bindsEveryRecipeOfTheHouse() throws IOException {
        try (Stream<Path> recipes = Files.list(RECIPES)) {
            assertThat(recipes.filter(recipe -> recipe.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(recipe -> assertThat(
                                    Pipeline.stages(Recipe.read(recipe, Recipe.STAGES), TakedownList.of(runs)))
                            .extracting(Stage::name)
                            .isEqualTo(Recipe.STAGES));
        }
    }

    @Test
    void readsOnlyWhatEarlierStagesWrote() {
        Set<String> written = new HashSet<>();
        for (Stage stage :
                Pipeline.stages(Recipe.read(RECIPES.resolve("smoke.yaml"), Recipe.STAGES), TakedownList.of(runs))) {
            assertThat(written).as(stage.name()).containsAll(stage.inputs());
            written.add(stage.name());
        }
    }

    @Test
    void buildsAgainFromTheStageAskedForAndEndsWithTheLast() throws Exception {
        assertThat(states("", "shards")).containsExactly("sources built", "corpus built", "shards built");
        assertThat(states("", "corpus")).containsExactly("sources up to date", "corpus up to date");
        assertThat(states("corpus", "shards")).containsExactly("sources up to date", "corpus built", "shards built");
    }

    @Test
    void showsTheStagesAsATable() throws Exception {
        assertThat(StageTable.text(run(new Pipeline.Part("", "sources")))
                        .lines()
                        .toList()
                        .get(1))
                .startsWith("sources    built")
                .endsWith("1,000 written words");
    }

    private List<String> states(String from, String to) throws InterruptedException {
        return run(new Pipeline.Part(from, to)).stream()
                .map(done -> done.artifact().name() + (done.upToDate() ? " up to date" : " built"))
                .toList();
    }

    private List<Production> run(Pipeline.Part part) throws InterruptedException, AyatoriException {
        List<Stage> stages = List.of(
                new Writing("sources", new Word("a"), List.of()),
                new Writing("corpus", new Word("b"), List.of("sources")),
                new Writing("shards", new Word("c"), List.of("corpus")));
        try (RunFolder run = RunFolder.lock(runs, "test")) {
            return Pipeline.run(stages, part, run, new Resources(1, runs), Progress.silent());
        }
    }
}
