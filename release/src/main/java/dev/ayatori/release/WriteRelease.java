package dev.ayatori.release;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.source.SourceList;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.format.TransformersFiles;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The stage "release": gathers what goes public into one folder in Hugging Face layout, and checks it. */
public final class WriteRelease implements Stage {
    private static final List<String> INPUTS =
            List.of("sources", "corpus", "tokenizer", "shards", "pretrain", "tune", "evaluate", "index");

    private final ReleaseSettings settings;
    private final List<Path> classPath;

    public WriteRelease(ReleaseSettings settings) {
        this(settings, runningClassPath());
    }

    WriteRelease(ReleaseSettings settings, List<Path> classPath) {
        this.settings = settings;
        this.classPath = List.copyOf(classPath);
    }

    @Override
    public String name() {
        return "release";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public Record settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return INPUTS;
    }

    @Override
    public StageResult run(StageContext context) throws IOException {
        Path folder = context.folder();
        copyModel(context, folder);
        DataManifest data = dataManifest(context);
        Json.write(folder.resolve(ReleaseFiles.DATA), data);
        ModelShape shape = new HuggingFaceFolder(folder).shape();
        writeTokenizerFiles(context, shape, folder);
        ModelCard card = new ModelCard(settings, shape, data, ScoreTable.read(folder.resolve(ReleaseFiles.SCORES)));
        Files.writeString(folder.resolve(ReleaseFiles.CARD), card.render());
        String recordsHash = recordsHash(ReleaseHashes.of(folder));
        // Which software made the release is told, but is no part of what the release is.
        BillOfMaterials.write(folder.resolve(ReleaseFiles.MATERIALS), classPath);
        ReleaseHashes hashes = ReleaseHashes.of(folder);
        hashes.write(folder);
        refuse(VerifyRelease.verify(folder));
        long bytes = hashes.files().values().stream()
                .mapToLong(ReleaseHashes.FileHash::bytes)
                .sum();
        return new StageResult(
                recordsHash,
                Map.of("files", (long) hashes.files().size(), "parameters", shape.parameters(), "bytes", bytes));
    }

    private static void copyModel(StageContext context, Path folder) throws IOException {
        Path model = context.input("tune").file("model");
        for (String name : new HuggingFaceFolder(model).files()) {
            Files.copy(model.resolve(name), folder.resolve(name));
        }
        for (String name : ReleaseFiles.OF_TOKENIZER) {
            Files.copy(context.input("tokenizer").file(name), folder.resolve(name));
        }
        Files.copy(context.input("evaluate").file(ReleaseFiles.SCORES), folder.resolve(ReleaseFiles.SCORES));
    }

    private static void writeTokenizerFiles(StageContext context, ModelShape shape, Path folder) throws IOException {
        String template = new ChatFormat(Tokenizers.of(context.input("tokenizer"))).jinja();
        Files.writeString(
                folder.resolve(ReleaseFiles.TOKENIZER_CONFIG),
                TransformersFiles.tokenizerConfig(shape.context(), template));
        Files.writeString(folder.resolve(ReleaseFiles.SPECIAL_TOKENS), TransformersFiles.specialTokensMap());
    }

    private static DataManifest dataManifest(StageContext context) {
        Artifact corpus = context.input("corpus");
        return new DataManifest(
                DataManifest.FORMAT_VERSION,
                SourceList.read(context.input("sources").folder()).sources().stream()
                        .map(DataManifest::published)
                        .toList(),
                INPUTS.stream()
                        .map(name -> DataManifest.StageRecord.of(context.input(name)))
                        .toList(),
                Corpus.open(corpus).statistics());
    }

    private static String recordsHash(ReleaseHashes hashes) {
        ContentHasher hasher = ContentHasher.create();
        hashes.files()
                .forEach((name, hash) -> hasher.text(name).number(hash.bytes()).text(hash.sha256()));
        return hasher.hex();
    }

    private static List<Path> runningClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new AyatoriException("The parts of the release do not fit each other; " + findings.size()
                    + " findings, the first: " + findings.getFirst());
        }
    }
}
