package dev.ayatori.corpus.language;

import java.util.List;

/** Tells the language of a text. Safe for many threads. */
public interface LanguageDetector {
    /** The language of a natural text. */
    LanguageGuess detect(String text);

    /** The detector that asks these models; the built-in one where there are none. */
    static LanguageDetector of(List<LanguageModel> models) {
        return models.isEmpty() ? BuiltInDetector.load() : new ModelDetector(models);
    }
}
