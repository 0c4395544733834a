package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.TrainingOptions;
import dev.ayatori.tokenizer.train.Workplace;
import dev.ayatori.tokenizer.train.text.Alphabet;
import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns a Unigram vocabulary: Taku Kudo, "Subword Regularization: Improving Neural Network Translation Models with
 * Multiple Subword Candidates", ACL 2018.
 */
public final class UnigramTrainer {
    /** Pruning stops at so many pieces for each one wanted; the highest scores decide among the rest. */
    private static final double SLACK = 1.1;

    private final TrainingOptions options;
    private final SegmentRules rules;
    private final Workplace workplace;

    public UnigramTrainer(TrainingOptions options, SegmentRules rules, Workplace workplace) {
        this.options = options;
        this.rules = rules;
        this.workplace = workplace;
    }

    /** The learned pieces by falling score, then by text. */
    public List<Piece> train(CodedText text) throws InterruptedException {
        Alphabet alphabet = text.alphabet();
        if (options.everyCharacter() && alphabet.size() > options.pieces()) {
            throw new AyatoriException(
                    "%d learned pieces are too few: %d characters need one each; raise vocabularySize or lower characterCoverage"
                            .formatted(options.pieces(), alphabet.size() - 1));
        }
        workplace
                .progress()
                .note("%,d distinct segments of %,d characters, %,d different ones"
                        .formatted(text.table().segments(), text.table().codes(), alphabet.size() - 1));
        try (Chunks chunks = new Chunks(workplace.threads())) {
            return finish(shrink(text, chunks), alphabet);
        }
    }

    private PieceTable shrink(CodedText text, Chunks chunks) throws InterruptedException {
        Rounds rounds = new Rounds(workplace.folder());
        int round = rounds.last();
        PieceTable pieces = round < 0 ? seeds(text, chunks) : rounds.read(round);
        if (round < 0) {
            round = 0;
            rounds.keep(round, pieces);
        }
        var maximisation =
                new ExpectationMaximisation(text.table(), text.alphabet().size(), chunks);
        var pruning = new Pruning(text.table(), text.alphabet().size(), chunks);
        int enough = (int) (options.vocabularySize() * SLACK);
        workplace.progress().start("learning pieces", 0, "rounds");
        while (true) {
            for (int i = 0; i < options.subIterations(); i++) {
                pieces = maximisation.round(pieces).pieces();
                workplace.progress().advance(1);
            }
            if (pieces.known() <= enough) {
                workplace.progress().finish();
                return pieces;
            }
            pieces = pruning.prune(pieces, Math.max(enough, (int) (options.shrinkingFactor() * pieces.known())));
            rounds.keep(++round, pieces);
        }
    }

    private PieceTable seeds(CodedText text, Chunks chunks) throws InterruptedException {
        workplace.progress().start("finding seed pieces", 0, "pieces");
        PieceTable seeds = new SeedPieces(
                        text.table(), text.alphabet(), rules, options.maximalPieceLength(), workplace.memory())
                .seeds(options.seedSize(), chunks);
        workplace.progress().advance(seeds.size());
        workplace.progress().finish();
        return seeds;
    }

    private record Learned(String text, boolean character, double score) {
        /** Ties go by text. */
        static final Comparator<Learned> BY_SCORE =
                Comparator.comparingDouble(Learned::score).reversed().thenComparing(Learned::text);

        /** What a piece is worth beside others: a character saves the tokens of its bytes. */
        double worth() {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            return score + (character && bytes > 1 ? StrictMath.log(bytes - 1) : 0);
        }
    }

    /** Characters first, unknown ones with the least score of all; then the pieces with the highest scores. */
    private List<Piece> finish(PieceTable pieces, Alphabet alphabet) {
        double least = pieces.least();
        if (pieces.size() < options.pieces()) {
            throw new AyatoriException(
                    "the text gives %d pieces, but %d are asked for; lower vocabularySize to at most %d or add text"
                            .formatted(pieces.size(), options.pieces(), options.reserved() + pieces.size()));
        }
        Comparator<Learned> byWorth = options.everyCharacter()
                ? Comparator.comparing((Learned piece) -> !piece.character()).thenComparing(Learned.BY_SCORE)
                : Comparator.comparingDouble(Learned::worth).reversed().thenComparing(Learned::text);
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> new Learned(
                        alphabet.text(pieces.codes(), pieces.start(i), pieces.end(i)),
                        pieces.isCharacter(i),
                        Math.max(least, pieces.score(i))))
                .sorted(byWorth)
                .limit(options.pieces())
                .map(piece -> new Learned(piece.text(), piece.character(), Vocabulary.onGrid(piece.score())))
                .sorted(Learned.BY_SCORE)
                .map(piece -> new Piece(piece.text(), piece.score(), PieceKind.NORMAL))
                .toList();
    }
}
