package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.preset.ModelSettings;
import dev.ayatori.pretrain.plan.Machine;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Input;
import dev.ayatori.track.Json;
import dev.ayatori.track.Manifest;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Recorded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What cannot be trained is refused before anything runs, with the value, the rule and the remedy. */
class BadSettingsTest {

    private static final PretrainSettings GOOD = PretrainSettings.defaults();

    @Test
    void refusesHeadsThatDoNotDivideTheWidth() {
        ModelSettings odd = new ModelSettings("quickstart", 0, 190, 6, 0, 0, 0, 0, ModelSettings.Head.PRESET, 0, 0);
        assertThatThrownBy(() -> settings(odd, 16, 4, 4))
                .hasMessage("heads must divide width, but heads is 6 and width is 190");
    }

    @Test
    void refusesWorkersThatWouldHoldNothing() {
        assertThatThrownBy(() -> Execution.ofThreads(1).withWorkers(384, 1, 1))
                .hasMessageStartingWith("data-parallel workers (workers / pipelineStages) must be at most 192")
                .hasMessageEndingWith("but is 384");
    }

    @Test
    void refusesAnUnknownPreset() {
        assertThatThrownBy(() -> ModelSettings.of("llm-jp-13"))
                .hasMessageStartingWith("preset cannot be \"llm-jp-13\"; did you mean \"llm-jp-13b\"?");
    }

    @Test
    void refusesABatchThatLanesAndMicroBatchesDoNotDivide() {
        assertThatThrownBy(() -> settings(ModelSettings.defaults(), 18, 4, 4))
                .hasMessage("sequencesPerStep must be a multiple of lanes x microBatch (16), but is 18");
    }

    @Test
    void refusesAVocabularySmallerThanTheTokenizer() {
        PretrainSettings settings = settings(ModelSettings.of("gpt2-124m"), 16, 4, 4);
        assertThatThrownBy(() -> settings.workload(50_258))
                .hasMessageStartingWith("vocabulary must be at least the tokenizer's 50258 pieces, but is 50257");
    }

    @Test
    void refusesTooLittleMemoryAndDisk(@TempDir Path folder) {
        TrainingJob job = Toys.job(folder, Toys.plan(20, 4), Precision.F32, 2);
        assertThatThrownBy(() -> Capacity.require(job, new Machine(1 << 20, Long.MAX_VALUE)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageStartingWith("too little memory");
        assertThatThrownBy(() -> Capacity.require(job, new Machine(Long.MAX_VALUE, 1 << 10)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageStartingWith("too little disk: 4 checkpoints");
    }

    @Test
    void refusesACheckpointOfAnotherModelBeforeAnythingRuns(@TempDir Path folder) throws Exception {
        Toys.writeData(folder);
        TrainingJob job = Toys.job(folder, Toys.plan(4, 2), Precision.F32, 1);
        new Training(job, _ -> {}).run();
        TrainingJob wider = new TrainingJob(
                job.folder(),
                new Gpt2Shape(2, 32, 2, 8, 30),
                job.start(),
                job.endOfText(),
                job.data(),
                job.plan(),
                job.course(),
                job.precision(),
                job.execution());

        assertThatThrownBy(() -> new WorkerLauncher(Progress.silent(), MetricSink.none()).run(wider))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("step-000002 is of another model, ")
                .hasMessageEndingWith("Give the training another folder, or the model its settings back.");
        assertThat(folder.resolve("job.json")).doesNotExist();
    }

    @Test
    void refusesShardsOfAnotherTokenizer() {
        Artifact shards = artifact("shards", "c", List.of(new Input("corpus", "a"), new Input("tokenizer", "b")));
        assertThatCode(() -> Pretrain.requireSameTokenizer(shards, artifact("tokenizer", "b", List.of())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Pretrain.requireSameTokenizer(shards, artifact("tokenizer", "d", List.of())))
                .isInstanceOf(AyatoriException.class)
                .hasMessage("shards was written with another tokenizer (b) than tokenizer (d): "
                        + "`ayatori run RECIPE --from shards` writes it again");
    }

    private static Artifact artifact(String name, String contentHash, List<Input> inputs) {
        Manifest manifest = new Manifest(
                name,
                Manifest.FORMAT_VERSION,
                1,
                inputs,
                Json.parse("{}", JsonNode.class),
                List.of(),
                Map.of(),
                "",
                contentHash,
                new Recorded("", 0, "", ""));
        return new Artifact(Path.of(name), manifest);
    }

    private static PretrainSettings settings(ModelSettings model, int sequencesPerStep, int lanes, int microBatch) {
        return new PretrainSettings(
                model,
                GOOD.data(),
                GOOD.steps(),
                sequencesPerStep,
                lanes,
                microBatch,
                GOOD.optimizer(),
                GOOD.precision(),
                GOOD.seed(),
                GOOD.validationEvery(),
                GOOD.validationSequences(),
                GOOD.checkpointEvery(),
                GOOD.changes());
    }
}
