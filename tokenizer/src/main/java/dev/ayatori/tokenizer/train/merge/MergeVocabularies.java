package dev.ayatori.tokenizer.train.merge;

import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.TrainTokenizer;
import dev.ayatori.tokenizer.format.SentencePieceModel;
import dev.ayatori.tokenizer.normalise.CharacterRules;
import dev.ayatori.tokenizer.normalise.TextRules;
import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.files.FileSource;
import dev.ayatori.tokenizer.train.files.SourceReport;
import dev.ayatori.tokenizer.train.learn.Algorithm;
import dev.ayatori.tokenizer.train.learn.LearnedVocabulary;
import dev.ayatori.tokenizer.train.learn.TextPreparation;
import dev.ayatori.tokenizer.train.learn.VocabularySettings;
import dev.ayatori.tokenizer.train.learn.VocabularyTraining;
import dev.ayatori.tokenizer.train.merge.MergeSettings.LanguageVocabulary;
import dev.ayatori.tokenizer.train.text.Alphabet;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.train.text.Segmenter;
import dev.ayatori.tokenizer.train.text.TextCounter;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import dev.ayatori.tokenizer.train.unigram.ScoreEstimation;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.Stage;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds a vocabulary as LLM-jp does ("LLM-jp: A Cross-organizational Project for the Research and Development of Fully
 * Open Japanese LLMs", 2024): a Unigram for each language, merged in their order, scores estimated anew on the whole raw
 * text, in the published layout of ids.
 */
public final class MergeVocabularies implements Stage {
    private static final int ROUNDS = 2;
    private static final SegmentRules RULES = new SegmentRules(true, true, true, true);

    private final FileMerge merge;
    private final MergeFileSettings settings;

    /** A merge; reads the files once to know them by their content. */
    public MergeVocabularies(FileMerge merge) throws IOException {
        this.merge = merge;
        this.settings = new MergeFileSettings(merge.settings(), merge.source().hashes());
    }

    /**
     * What decides the result.
     *
     * @param merge what is wanted
     * @param inputs the hashes of the files
     */
    record MergeFileSettings(MergeSettings merge, List<String> inputs) {}

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
        PieceMerge pieces = new PieceMerge();
        List<Workplace> workplaces = new ArrayList<>();
        for (LanguageVocabulary language : merge.settings().languages()) {
            context.progress().note(language.source());
            Workplace workplace = workplace(context, language.source());
            pieces.add(learn(language, workplace).vocabulary(), language.morphemes());
            workplaces.add(workplace);
        }
        Workplace whole = workplace(context, "whole");
        Vocabulary vocabulary = vocabulary(pieces.texts(), estimate(whole, pieces.texts()));
        Path file = context.folder().resolve(TrainTokenizer.TOKENIZER_MODEL);
        SentencePieceModel.write(file, vocabulary, training());
        Json.write(
                context.folder().resolve(TrainTokenizer.REPORT_JSON),
                SourceReport.of(Tokenizers.read(file), merge.source(), context.progress()));
        workplaces.forEach(Workplace::clear);
        whole.clear();
        return new StageResult(
                new LearnedVocabulary(vocabulary, List.of()).hash(), Map.of("pieces", (long) vocabulary.size()));
    }

    private static Workplace workplace(StageContext context, String name) throws IOException {
        Path folder = Files.createDirectories(context.folder().resolve("unfinished-" + name));
        return Workplace.of(folder, context.resources().threads(), context.progress());
    }

    private LearnedVocabulary learn(LanguageVocabulary language, Workplace workplace)
            throws IOException, InterruptedException {
        VocabularySettings wanted = new VocabularySettings(
                Algorithm.UNIGRAM,
                language.vocabularySize(),
                merge.settings().characterCoverage(),
                true,
                language.maximalPieceLength(),
                RULES,
                TextRules.AS_IT_IS,
                List.of(),
                List.of(),
                merge.settings().seedSize(),
                0.75,
                2);
        TextPreparation.Cutting cutting =
                language.morphemes() ? cutter -> new Morphemes(cutter) : TextPreparation.Cutting.NONE;
        return new VocabularyTraining(wanted, workplace, cutting)
                .learn(merge.source().of(language.source()));
    }

    /** The scores of all pieces on the text as it is. */
    private Map<String, Double> estimate(Workplace workplace, List<String> pieces)
            throws IOException, InterruptedException {
        CodedText text;
        if (CodedText.isIn(workplace.folder())) {
            text = CodedText.open(workplace.folder());
        } else {
            FileSource source = merge.source();
            try (TextCounter counter =
                    new TextCounter(() -> new Segmenter(RULES), workplace, Math.max(1, source.sources()))) {
                source.read(counter::add);
                Set<Integer> always = new HashSet<>(Alphabet.ascii());
                pieces.forEach(piece -> piece.codePoints().forEach(always::add));
                text = CodedText.write(
                        workplace.folder(),
                        WeightedCounts.plain(counter.finish()),
                        counts -> Alphabet.of(counts, merge.settings().characterCoverage(), always));
            }
        }
        return new ScoreEstimation(text, workplace).scores(pieces, ROUNDS);
    }

    /** The layout's pieces, then the learned ones; the least likely are left out when there are too many. */
    private Vocabulary vocabulary(List<String> texts, Map<String, Double> scores) {
        List<Piece> pieces = LlmJpLayout.pieces();
        int wanted = merge.settings().vocabularySize() == 0
                ? texts.size()
                : merge.settings().vocabularySize() - pieces.size();
        if (wanted > texts.size()) {
            throw new AyatoriException("the languages give %d pieces together, but %d are asked for; raise their sizes"
                    .formatted(texts.size() + pieces.size(), wanted + pieces.size()));
        }
        Set<String> kept = new HashSet<>(texts.stream()
                .sorted(Comparator.comparing((String text) -> text.codePointCount(0, text.length()) > 1)
                        .thenComparing(text -> -scores.getOrDefault(text, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(wanted)
                .toList());
        texts.stream()
                .filter(kept::contains)
                .forEach(text -> pieces.add(
                        new Piece(text, Vocabulary.onGrid(scores.getOrDefault(text, 0.0)), PieceKind.NORMAL)));
        return new Vocabulary(pieces);
    }

    private SentencePieceModel.Training training() {
        int longest = merge.settings().languages().stream()
                .mapToInt(LanguageVocabulary::maximalPieceLength)
                .max()
                .orElse(1);
        return new SentencePieceModel.Training(
                false,
                merge.settings().characterCoverage(),
                longest,
                new SegmentRules(true, true, false, true),
                new TextRules(CharacterRules.IDENTITY, true, false));
    }
}
