package dev.ayatori.tokenizer.train;

/**
 * What decides which Unigram pieces are learned.
 *
 * @param vocabularySize ids in all
 * @param reserved how many of them are symbols and bytes, not learned
 * @param everyCharacter whether each character of the alphabet must have a piece; if not, they compete with longer pieces
 * @param maximalPieceLength longest piece, in code points
 * @param seedSize how many substrings to start from
 * @param shrinkingFactor share of the pieces that survive one round of pruning
 * @param subIterations rounds of expectation and maximisation between two prunings
 */
public record TrainingOptions(
        int vocabularySize,
        int reserved,
        boolean everyCharacter,
        int maximalPieceLength,
        int seedSize,
        double shrinkingFactor,
        int subIterations) {

    /** How many pieces to learn. */
    public int pieces() {
        return vocabularySize - reserved;
    }
}
