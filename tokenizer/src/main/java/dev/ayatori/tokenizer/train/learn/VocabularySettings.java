package dev.ayatori.tokenizer.train.learn;

import dev.ayatori.tokenizer.normalise.TextRules;
import dev.ayatori.tokenizer.train.text.SegmentRules;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Everything that decides a vocabulary besides the text. The options are SentencePiece's, under their usual names.
 *
 * @param algorithm how pieces are learned
 * @param vocabularySize ids in all, symbols and bytes among them
 * @param characterCoverage share of the text's characters that get a piece of their own; 0 lets characters compete with
 *     longer pieces by the tokens they save (automatic coverage)
 * @param byteFallback whether characters without a piece become bytes; if not, they become {@code <unk>}
 * @param maximalPieceLength longest piece, in characters; byte pairs over bytes have no bound
 * @param rules where no piece may cross
 * @param text how text is prepared
 * @param controlSymbols symbols after {@code <unk>}, {@code <s>} and {@code </s>} that text never becomes
 * @param userSymbols symbols that text always becomes
 * @param seedSize how many substrings Unigram training starts from
 * @param shrinkingFactor share of the pieces that survive one round of pruning
 * @param subIterations rounds of expectation and maximisation between two prunings
 */
public record VocabularySettings(
        Algorithm algorithm,
        int vocabularySize,
        double characterCoverage,
        boolean byteFallback,
        int maximalPieceLength,
        SegmentRules rules,
        TextRules text,
        List<String> controlSymbols,
        List<String> userSymbols,
        int seedSize,
        double shrinkingFactor,
        int subIterations) {

    private static final List<String> ALWAYS = List.of("<unk>", "<s>", "</s>");

    public VocabularySettings {
        controlSymbols = List.copyOf(controlSymbols);
        userSymbols = List.copyOf(userSymbols);
        between("vocabularySize", vocabularySize, 300, 1_000_000);
        between("maximalPieceLength", maximalPieceLength, 1, 64);
        between("seedSize", seedSize, vocabularySize, 10_000_000);
        between("subIterations", subIterations, 1, 20);
        if (characterCoverage != 0 && !(characterCoverage > 0.9 && characterCoverage <= 1)) {
            throw new IllegalArgumentException(
                    "characterCoverage must be above 0.9 and at most 1, or 0 for automatic, but is "
                            + characterCoverage);
        }
        if (characterCoverage == 0 && !byteFallback) {
            throw new IllegalArgumentException(
                    "characterCoverage can be 0 (automatic) with byteFallback only: characters without a piece become bytes");
        }
        if (!(shrinkingFactor >= 0.5 && shrinkingFactor <= 0.95)) {
            throw new IllegalArgumentException(
                    "shrinkingFactor must be between 0.5 and 0.95, but is " + shrinkingFactor);
        }
        HashSet<String> names = new HashSet<>(ALWAYS);
        for (List<String> symbols : List.of(controlSymbols, userSymbols)) {
            for (String symbol : symbols) {
                if (symbol.isBlank() || Vocabulary.isByte(symbol) || !names.add(symbol)) {
                    throw new IllegalArgumentException(
                            "controlSymbols and userSymbols must each be new and not empty, but one is \"%s\""
                                    .formatted(symbol));
                }
            }
        }
        if (algorithm.isOfBytes() && !text.equals(TextRules.AS_IT_IS)) {
            throw new IllegalArgumentException(
                    "algorithm %s takes text as it is: normalisation identity, no spacePrefix".formatted(algorithm));
        }
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be between " + least + " and " + most + ", but is " + value);
        }
    }

    /** Every symbol by id: the three that are always there, control symbols, user symbols. */
    List<String> symbols() {
        List<String> symbols = new ArrayList<>(ALWAYS);
        symbols.addAll(controlSymbols);
        symbols.addAll(userSymbols);
        return symbols;
    }

    /** Ids that are not learned. */
    public int reserved() {
        return symbols().size() + (byteFallback || algorithm.isOfBytes() ? 256 : 0);
    }
}
