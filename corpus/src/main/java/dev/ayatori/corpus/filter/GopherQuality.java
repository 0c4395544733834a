package dev.ayatori.corpus.filter;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Quality rules of Rae et al. (2021), "Scaling Language Models: Methods, Analysis &amp; Insights from Training Gopher",
 * table A1.
 */
final class GopherQuality {
    private static final Set<String> STOP_WORDS = Set.of("the", "be", "to", "of", "and", "that", "have", "with");

    private GopherQuality() {}

    /** Number of words. */
    static Filter words(Bounds bounds) {
        return new Measured("words", text -> text.words().size(), bounds);
    }

    /** Mean number of characters of a word. */
    static Filter meanWordLength(Bounds bounds) {
        return new Measured("mean-word-length", GopherQuality::meanWordLength, bounds);
    }

    /** Hash signs and ellipses per word. */
    static Filter symbols(Bounds bounds) {
        return new Measured("symbols-per-word", GopherQuality::symbolsPerWord, bounds);
    }

    /** Share of lines that begin with a bullet. */
    static Filter bulletLines(Bounds bounds) {
        return lines("bullet-lines", line -> "•‣▪●○◦・*-–".indexOf(line.charAt(0)) >= 0, bounds);
    }

    /** Share of lines that end in an ellipsis. */
    static Filter ellipsisLines(Bounds bounds) {
        return lines("ellipsis-lines", line -> line.endsWith("...") || line.endsWith("…"), bounds);
    }

    /** Share of words with a letter in them. */
    static Filter alphabeticWords(Bounds bounds) {
        return new Measured(
                "alphabetic-words",
                text -> Measured.share(
                        text.words().stream()
                                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                                .count(),
                        text.words().size()),
                bounds);
    }

    /** How many different words of the eight that any English prose uses. */
    static Filter stopWords(Bounds bounds) {
        return new Measured(
                "stop-words",
                text -> text.words().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(STOP_WORDS::contains)
                        .distinct()
                        .count(),
                bounds);
    }

    private static Filter lines(String name, Predicate<String> counted, Bounds bounds) {
        return new Measured(
                name,
                text -> Measured.share(
                        text.lines().stream().filter(counted).count(),
                        text.lines().size()),
                bounds);
    }

    private static double meanWordLength(TextView text) {
        long letters = text.words().stream().mapToLong(String::length).sum();
        return Measured.share(letters, text.words().size());
    }

    private static double symbolsPerWord(TextView text) {
        String all = text.text();
        long symbols = all.chars().filter(c -> c == '#' || c == '…').count();
        for (int at = all.indexOf("..."); at >= 0; at = all.indexOf("...", at + 3)) {
            symbols++;
        }
        return Measured.share(symbols, text.words().size());
    }
}
