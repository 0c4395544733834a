package dev.ayatori.tokenizer.train.learn;

import dev.ayatori.tokenizer.format.ByteAlphabet;
import dev.ayatori.tokenizer.train.TrainingOptions;
import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.bpe.BytePairTrainer;
import dev.ayatori.tokenizer.train.bpe.BytePairTrainer.Merge;
import dev.ayatori.tokenizer.train.text.Alphabet;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentCounts;
import dev.ayatori.tokenizer.train.text.TextCounter;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import dev.ayatori.tokenizer.train.unigram.UnigramTrainer;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns a vocabulary from texts; a killed training goes on from the step it had finished. */
public final class VocabularyTraining {
    private final VocabularySettings settings;
    private final Workplace workplace;

    private final TextPreparation.Cutting cutting;

    public VocabularyTraining(VocabularySettings settings, Workplace workplace) {
        this(settings, workplace, TextPreparation.Cutting.NONE);
    }

    /** A training of text that is cut before. */
    public VocabularyTraining(VocabularySettings settings, Workplace workplace, TextPreparation.Cutting cutting) {
        this.settings = settings;
        this.workplace = workplace;
        this.cutting = cutting;
    }

    /** Learns from a source, or from what an earlier run of the same training counted in it. */
    public LearnedVocabulary learn(TextSource source) throws IOException, InterruptedException {
        CodedText text = CodedText.isIn(workplace.folder())
                ? CodedText.open(workplace.folder())
                : CodedText.write(workplace.folder(), count(source), this::alphabet);
        return switch (settings.algorithm()) {
            case UNIGRAM -> unigram(text);
            case BPE -> characterPairs(text);
            case BYTE_BPE, BYTE_BPE_CL100K -> bytePairs(text);
        };
    }

    private List<WeightedCounts> count(TextSource source) throws IOException, InterruptedException {
        workplace.progress().start("counting text", 0, "texts");
        try (TextCounter counter =
                new TextCounter(TextPreparation.cutters(settings, cutting), workplace, Math.max(1, source.sources()))) {
            source.read((name, text, count) -> {
                counter.add(name, text, count);
                workplace.progress().advance(1);
            });
            Map<String, SegmentCounts> counts = counter.finish();
            workplace.progress().finish();
            List<WeightedCounts> weighted = source.shares().isEmpty()
                    ? WeightedCounts.plain(counts)
                    : WeightedCounts.of(counts, source.shares());
            if (weighted.stream().allMatch(each -> each.counts().characters() == 0)) {
                throw new AyatoriException("there is no text to learn from: the inputs are empty, or none belongs to "
                        + (source.shares().isEmpty()
                                ? "any source"
                                : source.shares().keySet()));
            }
            return weighted;
        }
    }

    private Alphabet alphabet(List<WeightedCounts> sources) {
        if (settings.algorithm().isOfBytes()) {
            ByteAlphabet bytes = new ByteAlphabet();
            Set<Integer> all = IntStream.range(0, 256)
                    .mapToObj(value -> (int) bytes.character((byte) value))
                    .collect(Collectors.toSet());
            return Alphabet.of(sources, 1, all);
        }
        double coverage = settings.characterCoverage() == 0 ? 1 : settings.characterCoverage();
        return Alphabet.of(sources, coverage, settings.byteFallback() ? Alphabet.ascii() : Set.of());
    }

    private LearnedVocabulary unigram(CodedText text) throws InterruptedException {
        TrainingOptions options = new TrainingOptions(
                settings.vocabularySize(),
                settings.reserved(),
                settings.characterCoverage() != 0,
                settings.maximalPieceLength(),
                settings.seedSize(),
                settings.shrinkingFactor(),
                settings.subIterations());
        List<Piece> pieces = reservedPieces();
        pieces.addAll(new UnigramTrainer(options, settings.rules(), workplace).train(text));
        return new LearnedVocabulary(new Vocabulary(pieces), List.of());
    }

    /** Symbols, then bytes where there are any. */
    private List<Piece> reservedPieces() {
        List<Piece> pieces = new ArrayList<>();
        Set<String> user = new HashSet<>(settings.userSymbols());
        for (String symbol : settings.symbols()) {
            PieceKind kind = pieces.isEmpty()
                    ? PieceKind.UNKNOWN
                    : user.contains(symbol) ? PieceKind.USER_DEFINED : PieceKind.CONTROL;
            pieces.add(new Piece(symbol, 0, kind));
        }
        for (int value = 0;
                value < 256 && settings.byteFallback() && !settings.algorithm().isOfBytes();
                value++) {
            pieces.add(new Piece(Vocabulary.byteText(value), 0, PieceKind.BYTE));
        }
        return pieces;
    }

    /** SentencePiece's order: pieces as they were merged, then characters, each with a score one less. */
    private LearnedVocabulary characterPairs(CodedText text) {
        int characters = text.alphabet().size() - 1;
        int most = settings.vocabularySize() - settings.reserved() - characters;
        if (most < 0) {
            throw new AyatoriException(
                    "%d learned pieces are too few: %d characters need one each; raise vocabularySize or lower characterCoverage"
                            .formatted(settings.vocabularySize() - settings.reserved(), characters));
        }
        BytePairTrainer trainer = new BytePairTrainer(most, 1, this::isPiece, workplace.progress());
        List<String> merged = trainer.train(text).pieces();
        checkEnough(merged.size(), most, characters);
        List<Piece> pieces = reservedPieces();
        int reserved = pieces.size();
        merged.forEach(piece -> pieces.add(new Piece(piece, reserved - pieces.size(), PieceKind.NORMAL)));
        for (int code = 1; code <= characters; code++) {
            String character = text.alphabet().text(new char[] {(char) code}, 0, 1);
            pieces.add(new Piece(character, reserved - pieces.size(), PieceKind.NORMAL));
        }
        return new LearnedVocabulary(new Vocabulary(pieces), List.of());
    }

    private boolean isPiece(String text) {
        return text.codePointCount(0, text.length()) <= settings.maximalPieceLength()
                && settings.rules().allow(text.toCharArray(), 0, text.length(), Vocabulary.SPACE);
    }

    private void checkEnough(int found, int wanted, int characters) {
        if (found < wanted) {
            throw new AyatoriException(
                    "the text gives %d pieces, but %d are asked for; lower vocabularySize to at most %d or add text"
                            .formatted(
                                    found + characters, wanted + characters, settings.reserved() + characters + found));
        }
    }

    /** GPT-2's order after the symbols: the bytes by their characters, then pieces as they were merged. */
    private LearnedVocabulary bytePairs(CodedText text) {
        int most = settings.vocabularySize() - settings.reserved();
        BytePairTrainer.Learned learned = new BytePairTrainer(most, 1, piece -> true, workplace.progress()).train(text);
        checkEnough(learned.pieces().size(), most, 0);
        List<Piece> pieces = reservedPieces();
        learned.alphabet().forEach(piece -> pieces.add(new Piece(piece, 0, PieceKind.NORMAL)));
        learned.pieces().forEach(piece -> pieces.add(new Piece(piece, 0, PieceKind.NORMAL)));
        List<Merge> merges = learned.merges();
        return new LearnedVocabulary(new Vocabulary(pieces), merges);
    }
}
