package dev.ayatori.corpus.language;

/**
 * A language and what spoke for it.
 *
 * @param language two letters of ISO 639-1 where there are such, {@code code} for source files, {@code und} when unknown
 * @param reason such as {@code kana are 41.3 % of the letters}
 */
public record LanguageGuess(String language, String reason) {
    /** What source files are. */
    public static final String CODE = "code";

    /** Nothing was guessed: its source tells. */
    public static LanguageGuess told(String language) {
        return new LanguageGuess(language, language.equals(CODE) ? "a source file" : "its source says so");
    }
}
