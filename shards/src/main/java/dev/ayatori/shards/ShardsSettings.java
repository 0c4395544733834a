package dev.ayatori.shards;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.mix.MixSettings;
import dev.ayatori.track.AyatoriException;

/**
 * What decides how tokens are stored.
 *
 * @param tokenWidth bytes of a token
 * @param packedTokens tokens of a packed sequence, one more than the context of the model; 0 for no packing plan
 * @param trainBy what tells the training file of a document: {@code collection}, {@code language} or the name of an
 *     attribute; empty for one file
 * @param validationBy the same for validation documents: the sets that a model is measured on one by one
 * @param mix how much of what is trained on; its folds are training files, {@code train-01} and so on
 */
public record ShardsSettings(
        TokenWidth tokenWidth, int packedTokens, String trainBy, String validationBy, MixSettings mix) {
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
        return new ShardsSettings(TokenWidth.SMALLEST, 0, "", "", MixSettings.none());
    }

    /** The name of the file that a document's tokens go to. */
    String fileOf(Document document) {
        String by = switch (document.split()) {
            case TRAIN -> trainBy;
            case VALIDATION -> validationBy;
        };
        String split = document.split().label();
        return by.isEmpty() ? split : split + "-" + checked(value(document, by), by, document);
    }

    private static String value(Document document, String by) {
        return switch (by) {
            case "collection" -> document.collection();
            case "language" -> document.language();
            default -> document.attribute(by);
        };
    }

    private static String checked(String value, String by, Document document) {
        if (value.isBlank() || value.matches(".*[/\\\\\\p{Cntrl}].*")) {
            throw new AyatoriException("document " + document.id() + " (" + document.uri() + ") has \"" + value
                    + "\" as " + by + ", which cannot name a token file; change shards.trainBy or shards.validationBy");
        }
        return value;
    }

    TokenType typeFor(int vocabularySize) {
        return switch (tokenWidth) {
            case SMALLEST -> TokenType.forVocabulary(vocabularySize);
            case FOUR_BYTES -> TokenType.I32;
        };
    }
}
