package dev.ayatori.tokenizer.normalise;

/**
 * How text is prepared before it is cut into tokens: the switches of a SentencePiece model.
 *
 * @param normalisation what becomes of its characters
 * @param spacePrefix whether a space is put before it
 * @param removeExtraSpaces whether spaces are taken away at both ends and all but one elsewhere
 */
public record TextRules(CharacterRules normalisation, boolean spacePrefix, boolean removeExtraSpaces) {
    /** Nothing is done. */
    public static final TextRules AS_IT_IS = new TextRules(CharacterRules.IDENTITY, false, false);
}
