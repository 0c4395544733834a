package dev.ayatori.tokenizer.train;

/**
 * What decides which pieces are learned.
 *
 * @param pieces how many pieces to learn, symbols and bytes not counted
 * @param maximalPieceLength longest piece, in code points
 * @param seedSize how many substrings to start from
 * @param shrinkingFactor share of the pieces that survive one round of pruning
 * @param subIterations rounds of expectation and maximisation between two prunings
 */
public record TrainingOptions(
        int pieces, int maximalPieceLength, int seedSize, double shrinkingFactor, int subIterations) {}
