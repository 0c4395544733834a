package dev.ayatori.shards;

/**
 * What decides how tokens are stored.
 *
 * @param tokenWidth bytes of a token
 */
public record ShardsSettings(TokenWidth tokenWidth) {
    /** How many bytes a token takes. */
    public enum TokenWidth {
        /** Two where the vocabulary has fewer than 65,500 ids, else four. */
        SMALLEST,
        /** Four, for readers that expect it. */
        FOUR_BYTES
    }

    public static ShardsSettings defaults() {
        return new ShardsSettings(TokenWidth.SMALLEST);
    }

    TokenType typeFor(int vocabularySize) {
        return switch (tokenWidth) {
            case SMALLEST -> TokenType.forVocabulary(vocabularySize);
            case FOUR_BYTES -> TokenType.I32;
        };
    }
}
