package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.LetterCounts;
import dev.ayatori.corpus.filter.view.TextView;

/**
 * Rules for Japanese of Okazaki et al. (2024), "Building a Large Japanese Web Corpus for Large Language Models" (Swallow
 * corpus v1): shares of scripts, lengths of sentences. A sentence ends at 。！？ or with its line.
 */
final class JapaneseText {
    private JapaneseText() {}

    /** Number of characters that are no white space. */
    static Filter characters(Bounds bounds) {
        return new Measured("characters", view -> view.letters().visible(), bounds);
    }

    /** Share of hiragana among the letters: what Japanese prose cannot do without. */
    static Filter hiragana(Bounds bounds) {
        return new Measured(
                "hiragana",
                view -> Measured.share(view.letters().hiragana(), view.letters().letters()),
                bounds);
    }

    /** Share of katakana among the letters: lists of names and advertisements have much of it. */
    static Filter katakana(Bounds bounds) {
        return new Measured(
                "katakana",
                view -> Measured.share(view.letters().katakana(), view.letters().letters()),
                bounds);
    }

    /** Share of kana, ideographs and Japanese marks among all visible characters. */
    static Filter japanese(Bounds bounds) {
        return new Measured(
                "japanese",
                view -> Measured.share(japanese(view), view.letters().visible()),
                bounds);
    }

    /** Number of kana, ideographs and Japanese marks. */
    static Filter japaneseCharacters(Bounds bounds) {
        return new Measured("japanese-characters", JapaneseText::japanese, bounds);
    }

    /** Mean number of characters of a sentence. */
    static Filter meanSentence(Bounds bounds) {
        return new Measured("mean-sentence", view -> view.sentences().mean(), bounds);
    }

    /** Characters of the longest sentence. */
    static Filter longestSentence(Bounds bounds) {
        return new Measured("longest-sentence", view -> view.sentences().longest(), bounds);
    }

    /** Share of sentences that end in an ellipsis. */
    static Filter ellipsisSentences(Bounds bounds) {
        return new Measured("ellipsis-sentences", view -> view.sentences().ellipses(), bounds);
    }

    private static double japanese(TextView view) {
        LetterCounts letters = view.letters();
        return letters.hiragana() + letters.katakana() + letters.han() + letters.japaneseMarks();
    }
}
