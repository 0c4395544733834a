package dev.ayatori.tune;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.pretrain.Execution;
import dev.ayatori.pretrain.Platform;
import dev.ayatori.pretrain.TrainingJob;
import dev.ayatori.pretrain.TrainingPlan;
import dev.ayatori.pretrain.TrainingResult;
import dev.ayatori.pretrain.WorkerLauncher;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.shards.Shards;
import dev.ayatori.shards.TokenFile;
import dev.ayatori.shards.TrainingOrder.Fold;
import dev.ayatori.shards.TrainingOrder.Source;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import dev.ayatori.tune.instruction.ChoiceItem;
import dev.ayatori.tune.instruction.Example;
import dev.ayatori.tune.instruction.InstructionData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stage that teaches the pretrained model to answer: instruction data from the corpus, then supervised fine-tuning
 * whose loss counts the answers only.
 *
 * <p>Writes {@code examples.jsonl}, {@code choices.jsonl}, {@code model/} in Hugging Face layout and
 * {@code checkpoints/}. Training goes on from the newest checkpoint where it was interrupted.
 */
public final class Tune implements Stage {

    private static final String SEQUENCES = "examples.sequences";

    private final TuneSettings settings;

    /**
     * What is hashed: settings with their precision resolved, and the platform that rounds.
     *
     * @param tuning the settings
     * @param platform where the weights are equal to the bit
     */
    public record Identity(TuneSettings tuning, Platform platform) {}

    /** The stage with these settings. */
    public Tune(TuneSettings settings) {
        this.settings = settings.resolved();
    }

    @Override
    public String name() {
        return "tune";
    }

    @Override
    public int revision() {
        return 7;
    }

    @Override
    public Record settings() {
        return new Identity(settings, Platform.current());
    }

    @Override
    public List<String> inputs() {
        return List.of("corpus", "tokenizer", "shards", "pretrain");
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        InstructionData data = instructionData(Corpus.open(context.input("corpus")), context.progress());
        writeLines(context.folder().resolve("examples.jsonl"), data.examples());
        writeLines(context.folder().resolve("choices.jsonl"), data.choices());

        Tokenizer tokenizer = Tokenizers.of(context.input("tokenizer"));
        Path start = context.input("pretrain").file("model");
        ModelShape shape = new HuggingFaceFolder(start).shape();
        List<Sequence> sequences = new ArrayList<>(asked(data.examples(), tokenizer, shape));
        try (Shards shards = Shards.open(context.input("shards"))) {
            sequences.addAll(replayed(shards, sequences.size()));
        }
        Path file = context.folder().resolve(SEQUENCES);
        SequenceFile.write(file, sequences);
        TrainingJob job = job(context, shape, start, tokenizer.endOfText(), sequences.size());
        TrainingResult result = new WorkerLauncher(context.progress(), context.metrics()).run(job);
        Files.delete(file);
        return result(data, sequences, result);
    }

    private InstructionData instructionData(Corpus corpus, Progress progress) {
        progress.start("reading documented declarations", 0, "documents");
        try (Stream<Document> documents = corpus.documents()) {
            InstructionData data =
                    InstructionData.from(documents, settings.instructions(), read -> progress.advance(1));
            progress.finish();
            if (data.examples().isEmpty()) {
                throw new AyatoriException(
                        "the corpus holds no documented Java declaration to make tuning examples of; "
                                + "add sources jars to the recipe or loosen tune.instructions");
            }
            return data;
        }
    }

    private static void writeLines(Path file, List<? extends Record> records) throws IOException {
        Files.write(file, (Iterable<String>) records.stream().map(Json::line)::iterator);
    }

    private List<Sequence> asked(List<Example> examples, Tokenizer tokenizer, ModelShape shape) {
        if (settings.context() > shape.context()) {
            throw new AyatoriException("tune.context must be at most the model's context of " + shape.context()
                    + " tokens, but is " + settings.context());
        }
        ChatFormat format = new ChatFormat(tokenizer);
        List<Sequence> asked = examples.stream()
                .map(example -> MarkedExample.of(example, format))
                .filter(example -> example.length() <= settings.context())
                .map(example -> example.filledUp(settings.context() + 1, tokenizer.padding()))
                .toList();
        if (asked.isEmpty()) {
            throw new AyatoriException("no tuning example fits into tune.context of " + settings.context()
                    + " tokens; raise it or lower tune.instructions.maximalAnswerCharacters");
        }
        return asked;
    }

    /** Windows of the pre-training text, from each of its files as many as its share of the tokens. */
    private List<Sequence> replayed(Shards shards, int examples) {
        Collection<TokenFile> files = shards.train().values();
        long tokens = files.stream().mapToLong(TokenFile::tokens).sum();
        List<Sequence> windows = new ArrayList<>();
        for (TokenFile text : files) {
            Replay replay = new Replay(text.tokens(), (into, first) -> text.read(first, into), settings.context() + 1);
            int share = Math.toIntExact(examples * text.tokens() / tokens);
            windows.addAll(replay.beside(share, settings.replayShare()));
        }
        return windows;
    }

    private TrainingJob job(StageContext context, ModelShape shape, Path start, int endOfText, int sequences) {
        TrainingPlan plan = new TrainingPlan(
                settings.seed(),
                settings.steps(),
                settings.sequencesPerStep(),
                settings.lanes(),
                settings.microBatch(),
                settings.steps(),
                1,
                settings.checkpointEvery());
        Path folder = context.folder().toAbsolutePath();
        return new TrainingJob(
                folder.toString(),
                shape,
                start.toAbsolutePath().toString(),
                endOfText,
                new TrainingData(
                        TrainingData.Format.SEQUENCES,
                        folder.toString(),
                        List.of(new Fold(settings.steps(), List.of(new Source(SEQUENCES, sequences, sequences)))),
                        List.of(),
                        false,
                        settings.context()),
                plan,
                settings.optimizer(),
                settings.precision(),
                Execution.ofThreads(context.resources().threads()));
    }

    private static StageResult result(InstructionData data, List<Sequence> sequences, TrainingResult training) {
        ContentHasher hasher = ContentHasher.create();
        hasher.number(data.examples().size());
        data.examples().forEach(example -> hasher.text(Json.canonical(example)));
        hasher.number(data.choices().size());
        data.choices().forEach(choice -> hasher.text(Json.canonical(choice)));
        hasher.text(training.weightsHash());
        return new StageResult(
                hasher.hex(),
                Map.of(
                        "declarations", (long) data.declarations(),
                        "examples", (long) data.examples().size(),
                        "choices", (long) data.choices().size(),
                        "heldOutPackages",
                                data.choices().stream()
                                        .map(ChoiceItem::packageName)
                                        .distinct()
                                        .count(),
                        "sequences", (long) sequences.size(),
                        "steps", (long) training.steps(),
                        "tokens", training.tokens()));
    }
}
