package dev.ayatori.tune.instruction;

import java.lang.Character.UnicodeScript;

/** The language of a question and its answer, told by script. */
public enum Language {
    JAPANESE("ja"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code that files carry. */
    public String code() {
        return code;
    }

    /** Japanese where a kana or a kanji stands, else English. */
    public static Language of(String text) {
        return text.codePoints().anyMatch(Language::isJapanese) ? JAPANESE : ENGLISH;
    }

    private static boolean isJapanese(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HAN -> true;
            default -> false;
        };
    }
}
