package dev.ayatori.tokenizer.train;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
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
    private final int threads;
    private final Progress progress;

    public UnigramTrainer(TrainingOptions options, int threads, Progress progress) {
        this.options = options;
        this.threads = threads;
        this.progress = progress;
    }

    /** The learned pieces by falling score, then by text. */
    public List<Piece> train(WeightedText weighted) throws InterruptedException {
        Alphabet alphabet = Alphabet.of(weighted, options.characterCoverage());
        if (alphabet.size() > options.pieces()) {
            throw new AyatoriException(
                    "%d learned pieces are too few: %d characters need one each; raise vocabularySize or lower characterCoverage"
                            .formatted(options.pieces(), alphabet.size() - 1));
        }
        CodedText text = CodedText.of(weighted, alphabet);
        PieceTable seeds = new SeedPieces(text, alphabet, options.maximalPieceLength()).seeds(options.seedSize());
        progress.note("%,d distinct segments, %,d characters, %,d seed pieces"
                .formatted(text.segments(), alphabet.size() - 1, seeds.size()));
        try (Chunks chunks = new Chunks(threads)) {
            return finish(shrink(seeds, text, alphabet, chunks), alphabet);
        }
    }

    private PieceTable shrink(PieceTable seeds, CodedText text, Alphabet alphabet, Chunks chunks)
            throws InterruptedException {
        var maximisation = new ExpectationMaximisation(text, alphabet.size(), chunks);
        var pruning = new Pruning(text, alphabet.size(), chunks);
        int enough = (int) (options.pieces() * SLACK);
        PieceTable pieces = seeds;
        progress.start("learning pieces", 0, "rounds");
        while (true) {
            for (int i = 0; i < options.subIterations(); i++) {
                pieces = maximisation.round(pieces).pieces();
                progress.advance(1);
            }
            if (pieces.size() <= enough) {
                progress.finish();
                return pieces;
            }
            pieces = pruning.prune(pieces, Math.max(enough, (int) (options.shrinkingFactor() * pieces.size())));
        }
    }

    private List<Piece> finish(PieceTable pieces, Alphabet alphabet) {
        if (pieces.size() < options.pieces()) {
            throw new AyatoriException(
                    "the text gives %d pieces, but %d are asked for; lower vocabularySize to at most %d or add text"
                            .formatted(pieces.size(), options.pieces(), Vocabulary.FIXED + pieces.size()));
        }
        record Scored(String text, boolean character, double score) {}
        List<Scored> scored = IntStream.range(0, pieces.size())
                .mapToObj(i -> new Scored(
                        alphabet.text(pieces.piece(i)), pieces.isCharacter(i), Vocabulary.onGrid(pieces.score(i))))
                .toList();
        Comparator<Scored> byScore =
                Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::text);
        List<Scored> chosen = scored.stream()
                .sorted(Comparator.comparing((Scored s) -> !s.character()).thenComparing(byScore))
                .limit(options.pieces())
                .sorted(byScore)
                .toList();
        return chosen.stream()
                .map(s -> new Piece(s.text(), s.score(), PieceKind.NORMAL))
                .toList();
    }
}
