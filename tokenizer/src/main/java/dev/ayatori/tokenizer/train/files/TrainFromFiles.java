package dev.ayatori.tokenizer.train.files;

import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.TrainTokenizer;
import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.learn.LearnedVocabulary;
import dev.ayatori.tokenizer.train.learn.VocabularyFiles;
import dev.ayatori.tokenizer.train.learn.VocabularySettings;
import dev.ayatori.tokenizer.train.learn.VocabularyTraining;
import dev.ayatori.track.Json;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trains a vocabulary from files, outside of a recipe. */
public final class TrainFromFiles implements Stage {
    /**
     * What decides the result.
     *
     * @param vocabulary what is wanted
     * @param inputs the files by their content
     * @param shares what each source counts for
     * @param sample share of the lines to learn from
     */
    record FileSettings(
            VocabularySettings vocabulary, List<FileHash> inputs, SortedMap<String, Double> shares, double sample) {}

    private final FileSource source;
    private final FileSettings settings;

    /** A training; reads the files once to know them by their content. */
    public TrainFromFiles(FileTraining training) throws IOException {
        this.source = training.source();
        if (!(source.sample() > 0 && source.sample() <= 1)) {
            throw new IllegalArgumentException("sample must be above 0 and at most 1, but is " + source.sample());
        }
        this.settings = new FileSettings(
                training.vocabulary(), FileHash.of(source.files()), new TreeMap<>(source.shares()), source.sample());
    }

    @Override
    public String name() {
        return "tokenizer";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Record settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of();
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        Path unfinished = Files.createDirectories(context.folder().resolve("unfinished"));
        Workplace workplace = Workplace.of(unfinished, context.resources().threads(), context.progress());
        LearnedVocabulary learned = new VocabularyTraining(settings.vocabulary(), workplace).learn(source);
        Path file = VocabularyFiles.write(context.folder(), learned, settings.vocabulary());
        Json.write(
                context.folder().resolve(TrainTokenizer.REPORT_JSON),
                SourceReport.of(Tokenizers.read(file), source, context.progress()));
        workplace.clear();
        return new StageResult(
                learned.hash(), Map.of("pieces", (long) learned.vocabulary().size()));
    }
}
