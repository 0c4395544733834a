package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.List;

/**
 * Rules of HojiChar 0.18 for Japanese web pages (hojichar/filters/document_filters.py) that need no dictionary of words.
 */
final class HojiChar {
    private static final int SHORT_LINE = 10;

    /** Punctuation, white space and signs that its list names; emoji are told by their Unicode property. */
    private static final boolean[] SPECIAL = special();

    private HojiChar() {}

    /** CharRepetitionRatioFilter: as {@link CharacterRepetition}, white space counted too. */
    static Filter characterRepetition(Bounds bounds) {
        return new Measured(
                "hojichar-character-repetition", view -> CharacterRepetition.of(view.allCharacters(), 5), bounds);
    }

    /** WordRepetitionRatioFilter, words being runs of one script: share of 7-grams that occur more than once. */
    static Filter wordRepetition(Bounds bounds) {
        return new Measured(
                "hojichar-word-repetition",
                view -> {
                    int[] frequencies = view.scriptRuns().frequencies(7);
                    long all = 0;
                    for (int times = 1; times < frequencies.length; times++) {
                        all += (long) times * frequencies[times];
                    }
                    long once = frequencies.length > 1 ? frequencies[1] : 0;
                    return Measured.share(all - once, all);
                },
                bounds);
    }

    /** DiscardTooManySpecialToken: share of signs, white space and emoji. */
    static Filter specialCharacters(Bounds bounds) {
        return new Measured("special-characters", HojiChar::specialCharacters, bounds);
    }

    /** SingleCharacterRepetitionFilter: longest run of one character. */
    static Filter longestRun(Bounds bounds) {
        return new Measured("longest-run", view -> view.letters().longestRun(), bounds);
    }

    /** DiscardTooManyEndingEllipsis: lines that end in an ellipsis over line feeds. */
    static Filter endingEllipses(Bounds bounds) {
        return new Measured("ending-ellipses", HojiChar::endingEllipses, bounds);
    }

    /** DiscardTooShortLines: share of lines of at most ten characters, empty ones too. */
    static Filter shortLines(Bounds bounds) {
        return new Measured("short-lines-10", HojiChar::shortLines, bounds);
    }

    /** DiscardBBSComments: dates, weekdays and words of bulletin boards. */
    static Filter boardWords(Bounds bounds) {
        return new Measured("board-words", view -> BoardWords.count(view.text()), bounds);
    }

    private static double specialCharacters(TextView view) {
        String text = view.text();
        int special = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            special += (c < SPECIAL.length && SPECIAL[c]) || (c > 0xFF && Character.isEmoji(c)) ? 1 : 0;
            i += Character.charCount(c);
        }
        return Measured.share(special, view.letters().all());
    }

    private static double endingEllipses(TextView view) {
        List<String> lines = view.lines().all();
        int ellipses = 0;
        for (String line : lines.subList(0, lines.size() - 1)) {
            ellipses += line.endsWith("...") || line.endsWith("…") ? 1 : 0;
        }
        return (double) ellipses / Math.max(1, lines.size() - 1);
    }

    private static double shortLines(TextView view) {
        List<String> lines = view.lines().all();
        long tooShort = lines.stream()
                .filter(line -> line.length() <= 2 * SHORT_LINE && line.codePointCount(0, line.length()) <= SHORT_LINE)
                .count();
        return Measured.share(tooShort, lines.size());
    }

    private static boolean[] special() {
        boolean[] special = new boolean[1 << 16];
        String signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\u000B\f"
                + "\u00A0\u3000\u2002\u2003\u2009\u200A\uFFFC’“”–▬…✦\uFFFD£•€«»°·═"
                + "×士＾˘⇓（）§″′´¿−±∈¢ø‚„½¼¾¹²³―⁃，ˌ¸‹›ʺˈʻ¦‐⠀‰‑≤≥‖"
                + "◆●■►▼▲▴∆▻¡★☆✱ːº。¯˜¥ɪ≈†：⁄♡✓⊕․．⋅÷１‟；،、¨◦˚゜ʼ≖¤℃√！？【】‿∞➤～☛₨➩☻๑♥ı《‘©»？▷♫∟™ª₪®「—❖」》";
        signs.chars().forEach(sign -> special[sign] = true);
        return special;
    }
}
