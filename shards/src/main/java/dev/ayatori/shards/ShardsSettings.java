package dev.ayatori.shards;

/**
 * What decides how tokens are stored.
 *
 * @param tokenWidth bytes of a token
 * @param packedTokens tokens of a packed sequence; 0 for no packing plan
 */
public record ShardsSettings(TokenWidth tokenWidth, int packedTokens) {
    private static final int LONGEST_SEQUENCE = 1 << 24;

    public ShardsSettings {
        if (packedTokens < 0 || packedTokens > LONGEST_SEQUENCE) {
            throw new IllegalArgumentException(
                    "packedTokens must be 0 (no plan) or at most " + LONGEST_SEQUENCE + ", but is " + packedTokens);
        }
    }

    /** How many bytes a token takes. */
    public enum TokenWidth {
        /** Two where the vocabulary has fewer than 65,500 ids, else four. */
        SMALLEST,
        /** Four, for readers that expect it. */
        FOUR_BYTES
    }

    public static ShardsSettings defaults() {
        return new ShardsSettings(TokenWidth.SMALLEST, 0);
    }

    TokenType typeFor(int vocabularySize) {
        return switch (tokenWidth) {
            case SMALLEST -> TokenType.forVocabulary(vocabularySize);
            case FOUR_BYTES -> TokenType.I32;
        };
    }
}
