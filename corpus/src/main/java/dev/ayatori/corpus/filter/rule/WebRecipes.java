package dev.ayatori.corpus.filter.rule;

import static dev.ayatori.corpus.filter.rule.Bounds.atLeast;
import static dev.ayatori.corpus.filter.rule.Bounds.atMost;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.ArrayList;
import java.util.List;

/** Whole sets of rules for pages of the web, with the thresholds they were published with. */
final class WebRecipes {
    private static final int FIRST_REPEATED = 5;

    private WebRecipes() {}

    /**
     * FineWeb-2 for Japanese (configs/jpn_Jpan.yml). Its words come from a dictionary, ours are runs of one script: counts
     * of words differ from the original, so its thresholds on them hold only roughly.
     */
    static List<Filter> fineWeb2Japanese() {
        List<Filter> filters = new ArrayList<>();
        filters.add(GopherRepetition.duplicateLines(atMost(0.375)));
        filters.add(GopherRepetition.SCRIPTS.topWords(2, atMost(0.121)));
        filters.add(GopherRepetition.SCRIPTS.topWords(3, atMost(0.129)));
        filters.add(GopherRepetition.SCRIPTS.topWords(4, atMost(0.145)));
        addRepeated(filters, GopherRepetition.SCRIPTS, 0.307, 0.283, 0.264, 0.248, 0.234, 0.223);
        filters.add(FineWeb.punctuatedLines(atLeast(0.167)));
        filters.add(FineWeb.duplicateCharacters(atMost(0.1)));
        filters.add(FineWeb.lineFeedsPerWord(TextView::scriptRuns, atMost(0.162)));
        filters.add(GopherQuality.SCRIPTS.words(new Bounds(50, 100_000)));
        filters.add(GopherQuality.SCRIPTS.meanWordLength(new Bounds(1, 5)));
        filters.add(GopherQuality.SCRIPTS.symbols(atMost(0.1)));
        filters.add(GopherQuality.bulletLines(atMost(0.9)));
        filters.add(GopherQuality.ellipsisLines(atMost(0.3)));
        filters.add(GopherQuality.SCRIPTS.alphabeticWords(atLeast(0.759)));
        filters.add(GopherQuality.SCRIPTS.stopWords(GopherQuality.JAPANESE, atLeast(2)));
        return filters;
    }

    /** FineWeb: Gopher's, C4's and its own rules. */
    static List<Filter> fineWeb() {
        List<Filter> filters = new ArrayList<>(gopher());
        filters.add(C4.loremIpsum());
        filters.add(C4.curlyBrackets());
        filters.add(C4.sentences(atLeast(5)));
        filters.add(FineWeb.punctuatedLines(atLeast(0.12)));
        filters.add(FineWeb.shortLines(atMost(0.67)));
        filters.add(FineWeb.duplicateCharacters(atMost(0.01)));
        filters.add(FineWeb.lineFeedsPerWord(TextView::words, atMost(0.3)));
        return filters;
    }

    /** Gopher's quality and repetition rules for English (Rae et al. 2021, table A1). */
    private static List<Filter> gopher() {
        List<Filter> filters = new ArrayList<>();
        filters.add(GopherRepetition.duplicateLines(atMost(0.3)));
        filters.add(GopherRepetition.duplicateParagraphs(atMost(0.3)));
        filters.add(GopherRepetition.duplicateLineCharacters(atMost(0.2)));
        filters.add(GopherRepetition.duplicateParagraphCharacters(atMost(0.2)));
        addTop(filters, GopherRepetition.SPACED);
        addRepeated(filters, GopherRepetition.SPACED, 0.15, 0.14, 0.13, 0.12, 0.11, 0.1);
        filters.add(GopherQuality.SPACED.words(new Bounds(50, 100_000)));
        filters.add(GopherQuality.SPACED.meanWordLength(new Bounds(3, 10)));
        filters.add(GopherQuality.SPACED.symbols(atMost(0.1)));
        filters.add(GopherQuality.bulletLines(atMost(0.9)));
        filters.add(GopherQuality.ellipsisLines(atMost(0.3)));
        filters.add(GopherQuality.SPACED.alphabeticWords(atLeast(0.8)));
        filters.add(GopherQuality.SPACED.stopWords(GopherQuality.ENGLISH, atLeast(2)));
        return filters;
    }

    /** The Swallow corpus v1 (Okazaki et al. 2024), n-grams taken of characters. */
    static List<Filter> swallow() {
        List<Filter> filters = new ArrayList<>();
        filters.add(JapaneseText.characters(atLeast(400)));
        filters.add(GopherRepetition.duplicateParagraphs(atMost(0.3)));
        filters.add(GopherRepetition.duplicateLines(atMost(0.3)));
        filters.add(GopherRepetition.duplicateParagraphCharacters(atMost(0.2)));
        filters.add(GopherRepetition.duplicateLineCharacters(atMost(0.2)));
        GopherRepetition characters = GopherRepetition.CHARACTERS;
        addTop(filters, characters);
        addRepeated(filters, characters, 0.15, 0.14, 0.13, 0.12, 0.11, 0.1);
        filters.add(JapaneseText.hiragana(atLeast(0.2)));
        filters.add(JapaneseText.katakana(atMost(0.5)));
        filters.add(JapaneseText.japanese(atLeast(0.5)));
        filters.add(JapaneseText.japaneseCharacters(atLeast(400)));
        filters.add(JapaneseText.meanSentence(new Bounds(20, 90)));
        filters.add(JapaneseText.longestSentence(atMost(200)));
        filters.add(JapaneseText.ellipsisSentences(atMost(0.2)));
        return filters;
    }

    private static void addTop(List<Filter> filters, GopherRepetition repetition) {
        filters.add(repetition.topWords(2, atMost(0.2)));
        filters.add(repetition.topWords(3, atMost(0.18)));
        filters.add(repetition.topWords(4, atMost(0.16)));
    }

    private static void addRepeated(List<Filter> filters, GopherRepetition repetition, double... most) {
        for (int i = 0; i < most.length; i++) {
            filters.add(repetition.repeatedWords(FIRST_REPEATED + i, atMost(most[i])));
        }
    }
}
