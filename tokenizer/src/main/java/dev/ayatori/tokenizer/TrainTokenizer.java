package dev.ayatori.tokenizer;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Split;
import dev.ayatori.tokenizer.TokenizerSettings.LanguageShare;
import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.format.SentencePieceModel;
import dev.ayatori.tokenizer.train.TrainingOptions;
import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.text.Alphabet;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.train.text.Segmenter;
import dev.ayatori.tokenizer.train.text.TextCounter;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import dev.ayatori.tokenizer.train.unigram.UnigramTrainer;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private static final long MEGABYTE = 1_000_000;

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
        CodedText text = CodedText.isIn(unfinished) ? CodedText.open(unfinished) : count(corpus, workplace);
        List<Piece> learned = new UnigramTrainer(options(), rules(), workplace).train(text);
        Vocabulary vocabulary = Vocabulary.ofLearned(learned);
        write(context, vocabulary);
        VocabularyReport report = report(corpus, Tokenizers.of(vocabulary), context.progress());
        Json.write(context.folder().resolve(REPORT_JSON), report);
        workplace.clear();
        return new StageResult(hash(vocabulary), Map.of("pieces", (long) vocabulary.size(), "unused", (long)
                report.unused().size()));
    }

    private TrainingOptions options() {
        return new TrainingOptions(
                settings.vocabularySize() - Vocabulary.FIXED,
                settings.maximalPieceLength(),
                settings.seedSize(),
                settings.shrinkingFactor(),
                settings.subIterations());
    }

    private SegmentRules rules() {
        return new SegmentRules(settings.splitDigits(), true, true, true);
    }

    private CodedText count(Corpus corpus, Workplace workplace) throws InterruptedException {
        Map<String, Double> shares =
                settings.languages().stream().collect(Collectors.toMap(LanguageShare::language, LanguageShare::share));
        Map<String, Long> bytes = new TreeMap<>();
        Progress progress = workplace.progress();
        progress.start("counting text", 0, "documents");
        try (TextCounter counter = new TextCounter(() -> new Segmenter(rules()), workplace, shares.size());
                Stream<Document> documents = corpus.documents(Split.TRAIN)) {
            for (Document document : (Iterable<Document>) documents::iterator) {
                long before = bytes.getOrDefault(document.language(), 0L);
                if (shares.containsKey(document.language()) && before < settings.sampleMegabytes() * MEGABYTE) {
                    counter.add(document.language(), document.text(), 1);
                    bytes.put(document.language(), before + document.text().getBytes(StandardCharsets.UTF_8).length);
                }
                progress.advance(1);
            }
            List<WeightedCounts> counts = WeightedCounts.of(counter.finish(), shares);
            progress.finish();
            if (counts.isEmpty()) {
                throw new AyatoriException("the training part of the corpus holds no text in any of the languages "
                        + shares.keySet() + "; name its languages in tokenizer.languages");
            }
            bytes.forEach((language, read) -> progress.note("%s: %,d bytes of text".formatted(language, read)));
            return CodedText.write(
                    workplace.folder(),
                    counts,
                    Alphabet.of(counts, settings.characterCoverage(), Alphabet.ascii()));
        }
    }

    private void write(StageContext context, Vocabulary vocabulary) {
        HuggingFaceTokenizer.write(context.folder().resolve(TOKENIZER_JSON), vocabulary);
        SentencePieceModel.write(
                context.folder().resolve(TOKENIZER_MODEL),
                vocabulary,
                new SentencePieceModel.Training(
                        settings.characterCoverage(), settings.maximalPieceLength(), settings.splitDigits()));
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

    private static String hash(Vocabulary vocabulary) {
        ContentHasher hasher = ContentHasher.create();
        for (Piece piece : vocabulary.pieces()) {
            hasher.text(piece.text()).decimal(piece.score()).number(piece.kind().number());
        }
        return hasher.hex();
    }
}
