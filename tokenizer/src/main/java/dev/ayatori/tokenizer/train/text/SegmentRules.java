package dev.ayatori.tokenizer.train.text;

/**
 * Where no piece may cross: SentencePiece's options of the same names.
 *
 * @param splitDigits whether each digit stands alone
 * @param splitByScript whether a piece keeps to one script; Han, hiragana and katakana count as one
 * @param splitByWhitespace whether a space may only open a piece
 * @param whitespaceOnlyPieces whether a piece may be nothing but several spaces
 */
public record SegmentRules(
        boolean splitDigits, boolean splitByScript, boolean splitByWhitespace, boolean whitespaceOnlyPieces) {

    /** For the pipeline's vocabularies: everything split, runs of spaces kept whole. */
    public static SegmentRules defaults() {
        return new SegmentRules(true, true, true, true);
    }

    /**
     * Whether symbols of one segment may be a piece, as far as spaces decide that.
     *
     * @param space the symbol of the space
     */
    public boolean allow(char[] symbols, int from, int to, int space) {
        int spaces = 0;
        for (int i = from; i < to; i++) {
            spaces += symbols[i] == space ? 1 : 0;
        }
        if (spaces == to - from) {
            return spaces == 1 || whitespaceOnlyPieces;
        }
        return splitByWhitespace ? spaces == 0 || (spaces == 1 && symbols[from] == space) : symbols[to - 1] != space;
    }
}
