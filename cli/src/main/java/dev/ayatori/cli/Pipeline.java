package dev.ayatori.cli;

import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.build.BuildCorpus;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.corpus.takedown.TakedownList;
import dev.ayatori.evaluate.Evaluate;
import dev.ayatori.evaluate.EvaluateSettings;
import dev.ayatori.pretrain.Pretrain;
import dev.ayatori.pretrain.PretrainSettings;
import dev.ayatori.release.ReleaseSettings;
import dev.ayatori.release.WriteRelease;
import dev.ayatori.search.BuildIndex;
import dev.ayatori.search.IndexSettings;
import dev.ayatori.shards.ShardsSettings;
import dev.ayatori.shards.WriteShards;
import dev.ayatori.tokenizer.TokenizerSettings;
import dev.ayatori.tokenizer.TrainTokenizer;
import dev.ayatori.track.Production;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import dev.ayatori.tune.Tune;
import dev.ayatori.tune.TuneSettings;
import java.util.ArrayList;
import java.util.List;

/** The way of the data: the stages of Ayatori in their order. The table of contents of the program. */
final class Pipeline {
    private Pipeline() {}

    /** Every stage, with the recipe's settings; the corpus without what was taken down. */
    static List<Stage> stages(Recipe recipe, TakedownList takedown) {
        return List.of(
                new FetchSources(recipe.settings("sources", SourcesSettings.defaults())),
                new BuildCorpus(
                        recipe.settings("corpus", CorpusSettings.defaults()).without(takedown.entries())),
                new TrainTokenizer(recipe.settings("tokenizer", TokenizerSettings.defaults())),
                new WriteShards(recipe.settings("shards", ShardsSettings.defaults())),
                new Pretrain(recipe.settings("pretrain", PretrainSettings.defaults())),
                new Tune(recipe.settings("tune", TuneSettings.defaults())),
                new Evaluate(recipe.settings("evaluate", EvaluateSettings.defaults())),
                new BuildIndex(recipe.settings("index", IndexSettings.defaults())),
                new WriteRelease(recipe.settings("release", ReleaseSettings.defaults())));
    }

    /**
     * Which part of the way is walked.
     *
     * @param rebuildFrom the first stage that is built again whatever is there; empty for none
     * @param last the stage to end with
     */
    record Part(String rebuildFrom, String last) {
        static Part all() {
            return new Part("", Recipe.STAGES.getLast());
        }

        private boolean rebuilds(String stage) {
            return !rebuildFrom.isEmpty() && Recipe.STAGES.indexOf(stage) >= Recipe.STAGES.indexOf(rebuildFrom);
        }

        private boolean contains(String stage) {
            return Recipe.STAGES.indexOf(stage) <= Recipe.STAGES.indexOf(last);
        }
    }

    /** Walks the stages: each is up to date, or built, or built again. */
    static List<Production> run(List<Stage> stages, Part part, RunFolder run, Resources resources, Progress progress)
            throws InterruptedException {
        List<Production> productions = new ArrayList<>();
        for (Stage stage : stages) {
            if (part.contains(stage.name())) {
                progress.note(stage.name());
                productions.add(
                        part.rebuilds(stage.name())
                                ? run.rebuild(stage, resources, progress)
                                : run.produce(stage, resources, progress));
            }
        }
        return productions;
    }
}
