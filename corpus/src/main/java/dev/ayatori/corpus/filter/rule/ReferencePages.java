package dev.ayatori.corpus.filter.rule;

import static dev.ayatori.corpus.filter.rule.Bounds.atLeast;
import static dev.ayatori.corpus.filter.rule.Bounds.atMost;

import java.util.List;

/**
 * The rules of Gopher, Swallow and The Stack loosened where short pages of reference manuals are judged as web pages:
 * identifiers are words and letters, every method has its short heads, and the first sentence on a method stands in the
 * summary and in the details.
 */
final class ReferencePages {
    private ReferencePages() {}

    /** Hiragana 2 % (of 20), repeated lines 60 % (of 30) with 50 % of the characters (of 20). */
    static List<Filter> japanese() {
        return List.of(
                JapaneseText.characters(atLeast(100)),
                JapaneseText.hiragana(atLeast(0.02)),
                JapaneseText.katakana(atMost(0.5)),
                JapaneseText.meanSentence(atMost(250)),
                Listing.numberedLines(atMost(0.5)),
                GopherQuality.bulletLines(atMost(0.9)),
                GopherQuality.ellipsisLines(atMost(0.3)),
                GopherRepetition.duplicateLines(atMost(0.6)),
                GopherRepetition.duplicateParagraphs(atMost(0.6)),
                GopherRepetition.duplicateLineCharacters(atMost(0.5)),
                new CharacterRepetition(10, atMost(0.4)),
                new Compression(new Bounds(0.1, 0.85)));
    }

    /** 30 words (of 50) of up to 15 characters (of 10); repetition as for Japanese. */
    static List<Filter> english() {
        return List.of(
                GopherQuality.SPACED.words(atLeast(30)),
                GopherQuality.SPACED.meanWordLength(new Bounds(3, 15)),
                GopherQuality.SPACED.symbols(atMost(0.1)),
                Listing.numberedLines(atMost(0.5)),
                GopherQuality.bulletLines(atMost(0.9)),
                GopherQuality.ellipsisLines(atMost(0.3)),
                GopherQuality.SPACED.alphabeticWords(atLeast(0.7)),
                GopherQuality.SPACED.stopWords(GopherQuality.ENGLISH, atLeast(2)),
                GopherRepetition.duplicateLines(atMost(0.6)),
                GopherRepetition.duplicateParagraphs(atMost(0.6)),
                GopherRepetition.duplicateLineCharacters(atMost(0.5)),
                GopherRepetition.SPACED.topWords(2, atMost(0.2)),
                GopherRepetition.SPACED.topWords(3, atMost(0.18)),
                GopherRepetition.SPACED.topWords(4, atMost(0.16)),
                new Compression(new Bounds(0.1, 0.8)));
    }

    /** Files that shrink to less than a twentieth are tables of data. */
    static List<Filter> code() {
        return List.of(
                JapaneseText.characters(atLeast(100)),
                StackCode.longestLine(atMost(1000)),
                StackCode.meanLine(atMost(100)),
                StackCode.alphanumeric(atLeast(0.25)),
                new Compression(atLeast(0.05)));
    }
}
