package dev.ayatori.tokenizer.train;

/**
 * What decides which pieces are learned.
 *
 * @param pieces how many pieces to learn, symbols and bytes not counted
 * @param characterCoverage share of the text's characters that get a piece of their own; the rest is left to bytes
 * @param maximalPieceLength longest piece, in code points
 * @param splitDigits whether each digit is a piece of its own
 * @param seedSize how many substrings to start from
 * @param shrinkingFactor share of the pieces that survive one round of pruning
 * @param subIterations rounds of expectation and maximisation between two prunings
 */
public record TrainingOptions(
        int pieces,
        double characterCoverage,
        int maximalPieceLength,
        boolean splitDigits,
        int seedSize,
        double shrinkingFactor,
        int subIterations) {}
