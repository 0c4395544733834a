package dev.ayatori.evaluate;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.evaluate.language.ReportingScorer;
import dev.ayatori.evaluate.language.TrainedModel;
import dev.ayatori.evaluate.statistics.ClusterBootstrap;
import dev.ayatori.evaluate.task.ChoiceItem;
import dev.ayatori.evaluate.task.EncodedDocument;
import dev.ayatori.evaluate.task.Prompting;
import dev.ayatori.model.generate.LanguageModel;
import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stage that measures the models beside their baselines and tells every score with its interval.
 *
 * <p>Writes {@code scores.json}, {@code samples.parquet}, {@code documents.parquet} and {@code report.html}.
 */
public final class Evaluate implements Stage {

    private final EvaluateSettings settings;

    /** The stage with these settings. */
    public Evaluate(EvaluateSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "evaluate";
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
        return List.of("corpus", "tokenizer", "pretrain", "tune");
    }

    @Override
    public StageResult run(StageContext context) throws IOException {
        Tokenizer tokenizer = Tokenizers.of(context.input("tokenizer"));
        Corpus corpus = Corpus.open(context.input("corpus"));
        Path choices = context.input("tune").file("choices.jsonl");
        Scoring scoring = new Scoring(settings, tokenizer, validationSample(corpus, tokenizer), choiceSample(choices));

        Progress progress = context.progress();
        List<int[]> training = trainingTokens(corpus, tokenizer, progress);
        progress.note("training the n-gram baselines on " + training.size() + " documents");
        scoring.baselines(training);
        score("pretrained", Prompting.PLAIN, scoring, context.input("pretrain"), progress);
        score("tuned", Prompting.CHAT, scoring, context.input("tune"), progress);
        return write(context.folder(), scoring);
    }

    private List<EncodedDocument> validationSample(Corpus corpus, Tokenizer tokenizer) {
        try (Stream<Document> documents = corpus.documents(Split.VALIDATION)) {
            List<EncodedDocument> all = documents
                    .map(document -> EncodedDocument.of(document, tokenizer))
                    .toList();
            Sample.Bound bound = new Sample.Bound(settings.seed(), settings.maximalValidationBytes());
            List<EncodedDocument> sample = Sample.of(all, EncodedDocument::id, EncodedDocument::bytes, bound);
            if (sample.isEmpty()) {
                throw new AyatoriException("no validation document has at most " + settings.maximalValidationBytes()
                        + " bytes (the corpus has " + all.size() + " validation documents); raise "
                        + "evaluate.maximalValidationBytes or the corpus's validation share");
            }
            return sample;
        }
    }

    private List<ChoiceItem> choiceSample(Path file) {
        Sample.Bound bound = new Sample.Bound(settings.seed(), settings.maximalChoiceItems());
        return Sample.of(ChoiceItem.read(file), ChoiceItem::id, item -> 1, bound);
    }

    private static List<int[]> trainingTokens(Corpus corpus, Tokenizer tokenizer, Progress progress) {
        progress.start("encoding for the baselines", 0, "documents");
        try (Stream<Document> documents = corpus.documents(Split.TRAIN)) {
            List<int[]> tokens = documents
                    .map(document -> {
                        progress.advance(1);
                        return EncodedDocument.of(document, tokenizer).tokens();
                    })
                    .toList();
            progress.finish();
            return tokens;
        }
    }

    private static void score(String name, Prompting prompting, Scoring scoring, Artifact artifact, Progress progress) {
        progress.start("scoring the " + name + " model", 0, "tokens");
        try (LanguageModel model = LanguageModel.open(artifact.file("model"))) {
            scoring.model(name, new ReportingScorer(new TrainedModel(model), progress), prompting);
        }
        progress.finish();
    }

    private StageResult write(Path folder, Scoring scoring) throws IOException {
        ClusterBootstrap bootstrap = new ClusterBootstrap(settings.seed(), settings.bootstrapSamples());
        List<Score> scores = new ArrayList<>(scoring.validation().scores(bootstrap));
        scores.addAll(scoring.choices().scores(bootstrap));
        Json.write(folder.resolve("scores.json"), scores);
        SampleTables.writeChoices(folder.resolve("samples.parquet"), scoring.choices());
        SampleTables.writeDocuments(folder.resolve("documents.parquet"), scoring.validation());
        Files.writeString(folder.resolve("report.html"), new HtmlReport(scores, scoring.choices(), settings).html());
        return new StageResult(
                hash(scores),
                Map.of(
                        "documents", (long) scoring.validation().documents().size(),
                        "items", (long) scoring.choices().items(),
                        "scores", (long) scores.size()));
    }

    private static String hash(List<Score> scores) {
        ContentHasher hasher = ContentHasher.create();
        for (Score score : scores) {
            hasher.text(score.name()).text(score.task()).text(score.language()).text(score.model());
            hasher.decimal(score.value()).decimal(score.low()).decimal(score.high());
            hasher.number(score.n()).text(score.unit());
        }
        return hasher.hex();
    }
}
