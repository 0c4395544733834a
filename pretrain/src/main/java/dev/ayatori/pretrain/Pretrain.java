package dev.ayatori.pretrain;

import dev.ayatori.model.ModelShape;
import dev.ayatori.pretrain.checkpoint.CheckpointFolder;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.meter.MetricNames;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.Shards;
import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import dev.ayatori.track.launch.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/**
 * Trains a model from random weights on the shards, in a worker process.
 *
 * <p>Writes {@code model/} in Hugging Face layout, {@code checkpoints/step-NNNNNN/}, {@code order.json} (the {@link
 * dev.ayatori.shards.ReadingOrder}) and {@code worker.log}.
 */
public final class Pretrain implements Stage {

    /** The file that tells in which order the data was read. */
    public static final String ORDER = "order.json";

    private final PretrainSettings settings;
    private final IntFunction<Execution> execution;
    private final ProcessLauncher launcher;
    private final MetricNames names;

    /**
     * What is hashed: settings with their precision resolved, and the platform that rounds.
     *
     * @param training the settings
     * @param platform where the weights are equal to the bit
     */
    public record Identity(PretrainSettings training, Platform platform) {}

    /** The stage with its settings, carried out by one worker. */
    public Pretrain(PretrainSettings settings) {
        this(settings, Execution::ofThreads, new LocalProcesses(), MetricNames.AYATORI);
    }

    /**
     * The stage carried out in any way, given how many threads there are, by workers started anywhere, with any names of
     * its figures.
     */
    public Pretrain(
            PretrainSettings settings, IntFunction<Execution> execution, ProcessLauncher launcher, MetricNames names) {
        this.settings = settings.resolved();
        this.execution = execution;
        this.launcher = launcher;
        this.names = names;
    }

    @Override
    public String name() {
        return "pretrain";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public Record settings() {
        return new Identity(settings, Platform.current());
    }

    @Override
    public List<String> inputs() {
        return List.of("shards", "tokenizer");
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public boolean goesOnFrom(JsonNode earlier, Path folder) {
        Identity before = Json.fromTree(earlier, Identity.class);
        boolean onlyChanges = before.platform().equals(Platform.current())
                && before.training().unchanged().equals(settings.unchanged());
        if (!onlyChanges) {
            return false;
        }
        int equal = before.training().course().equalUpTo(settings.course());
        int written = new CheckpointFolder(folder.resolve(Training.CHECKPOINTS)).newest();
        if (written > equal) {
            throw new AyatoriException("pretrain.changes take effect after step " + equal + ", but " + folder
                    + " has gone on to step " + written + " without them: let them take effect after step " + written
                    + " or later, or delete the checkpoints behind step " + equal);
        }
        return written > 0;
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        Tokenizer tokenizer = Tokenizers.of(context.input("tokenizer"));
        requireSameTokenizer(context.input("shards"), context.input("tokenizer"));
        TrainingJob job = job(context, tokenizer);
        TrainingResult result =
                new WorkerLauncher(context.progress(), names.over(context.metrics()), launcher).run(job);
        ReadingOrder.of(settings.data().packing(), job.data().context(), job.order())
                .without(result.unlearned())
                .write(context.folder().resolve(ORDER));
        return new StageResult(
                result.weightsHash(),
                Map.of(
                        "parameters",
                        result.parameters(),
                        "steps",
                        (long) result.steps(),
                        "unlearnedSteps",
                        result.unlearnedSteps(),
                        "rollBacks",
                        (long) result.rollBacks(),
                        "tokens",
                        result.tokens()));
    }

    static void requireSameTokenizer(Artifact shards, Artifact tokenizer) {
        shards.manifest().inputs().stream()
                .filter(input -> input.name().equals("tokenizer"))
                .filter(input -> !input.contentHash().equals(tokenizer.contentHash()))
                .findFirst()
                .ifPresent(other -> {
                    throw new AyatoriException(shards.folder() + " was written with another tokenizer ("
                            + other.contentHash() + ") than " + tokenizer.folder() + " (" + tokenizer.contentHash()
                            + "): `ayatori run RECIPE --from shards` writes it again");
                });
    }

    private TrainingJob job(StageContext context, Tokenizer tokenizer) {
        ModelShape shape = settings.model().shape(tokenizer.vocabularySize());
        return new TrainingJob(
                context.folder().toAbsolutePath().toString(),
                shape,
                "",
                tokenizer.endOfText(),
                data(context.input("shards"), shape.context()),
                settings.plan(),
                settings.course(),
                settings.precision(),
                execution.apply(context.resources().threads()));
    }

    private TrainingData data(Artifact artifact, int context) {
        try (Shards shards = Shards.open(artifact)) {
            return settings.data().of(shards, context, settings.plan().steps(), settings.sequencesPerStep());
        }
    }
}
