package dev.ayatori.tokenizer;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.learn.LearnedVocabulary;
import dev.ayatori.tokenizer.train.learn.VocabularyFiles;
import dev.ayatori.tokenizer.train.learn.VocabularyTraining;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stage that learns a vocabulary from the training part of the corpus. */
public final class TrainTokenizer implements Stage {
    /** The vocabulary as Hugging Face tokenizers reads it. */
    public static final String TOKENIZER_JSON = "tokenizer.json";

    /** The vocabulary as SentencePiece reads it. */
    public static final String TOKENIZER_MODEL = "tokenizer.model";

    /** What the vocabulary does to each language: see {@link VocabularyReport}. */
    public static final String REPORT_JSON = "report.json";

    private static final String UNFINISHED = "unfinished";

    private final TokenizerSettings settings;

    public TrainTokenizer(TokenizerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "tokenizer";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public TokenizerSettings settings() {
        return settings;
    }

    @Override
    public List<String> inputs() {
        return List.of("corpus");
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public StageResult run(StageContext context) throws IOException, InterruptedException {
        Corpus corpus = Corpus.open(context.input("corpus"));
        Path unfinished = Files.createDirectories(context.folder().resolve(UNFINISHED));
        Workplace workplace = Workplace.of(unfinished, context.resources().threads(), context.progress());
        LearnedVocabulary learned =
                new VocabularyTraining(settings.vocabulary(), workplace).learn(new CorpusText(corpus, settings));
        Path file = VocabularyFiles.write(context.folder(), learned, settings.vocabulary());
        VocabularyReport report = report(corpus, Tokenizers.read(file), context.progress());
        Json.write(context.folder().resolve(REPORT_JSON), report);
        workplace.clear();
        return new StageResult(
                learned.hash(), Map.of("pieces", (long) learned.vocabulary().size(), "unused", (long)
                        report.unused().size()));
    }

    private static VocabularyReport report(Corpus corpus, SubwordTokenizer tokenizer, Progress progress) {
        VocabularyReport.Builder report = new VocabularyReport.Builder(tokenizer);
        progress.start("measuring the vocabulary", 0, "documents");
        try (Stream<Document> documents = corpus.documents(Split.TRAIN)) {
            documents.forEach(document -> {
                report.add(document.language(), document.text());
                progress.advance(1);
            });
        }
        progress.finish();
        return report.build();
    }
}
