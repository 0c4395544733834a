package dev.ayatori.corpus.filter;

/**
 * Rules for Japanese from HojiChar, from the corpus of LLM-jp, and from Okazaki et al. (2024), "Building a Large
 * Japanese Web Corpus for Large Language Models".
 */
final class JapaneseText {
    private JapaneseText() {}

    /** Number of characters that are no white space. */
    static Filter characters(Bounds bounds) {
        return new Measured(
                "characters",
                text -> text.text()
                        .codePoints()
                        .filter(c -> !Character.isWhitespace(c))
                        .count(),
                bounds);
    }

    /** Share of hiragana among the letters: what Japanese prose cannot do without. */
    static Filter hiragana(Bounds bounds) {
        return new Measured("hiragana", text -> shareOfLetters(text, Character.UnicodeScript.HIRAGANA), bounds);
    }

    /** Share of katakana among the letters: lists of names and advertisements have much of it. */
    static Filter katakana(Bounds bounds) {
        return new Measured("katakana", text -> shareOfLetters(text, Character.UnicodeScript.KATAKANA), bounds);
    }

    /** Mean number of characters between ends of sentences; the end of a line is one. */
    static Filter meanSentence(Bounds bounds) {
        return new Measured("mean-sentence", JapaneseText::meanSentence, bounds);
    }

    private static double shareOfLetters(TextView text, Character.UnicodeScript script) {
        long letters = 0;
        long counted = 0;
        for (int c : (Iterable<Integer>) text.text().codePoints()::iterator) {
            if (Character.isLetter(c)) {
                letters++;
                counted += Character.UnicodeScript.of(c) == script ? 1 : 0;
            }
        }
        return Measured.share(counted, letters);
    }

    private static double meanSentence(TextView text) {
        long characters = 0;
        long sentences = 0;
        for (String line : text.lines()) {
            characters += line.length();
            long ends =
                    line.chars().filter(c -> c == '。' || c == '！' || c == '？').count();
            boolean open = "。！？".indexOf(line.charAt(line.length() - 1)) < 0;
            sentences += ends + (open ? 1 : 0);
        }
        return Measured.share(characters, sentences);
    }
}
