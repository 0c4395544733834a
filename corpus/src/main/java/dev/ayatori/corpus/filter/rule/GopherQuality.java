package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.filter.view.Words;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Quality rules of Rae et al. (2021), "Scaling Language Models: Methods, Analysis &amp; Insights from Training Gopher",
 * table A1.
 *
 * @param unit what counts as a word
 */
record GopherQuality(Function<TextView, Words> unit) {
    /** The eight words that English prose uses. */
    static final Set<String> ENGLISH = Set.of("the", "be", "to", "of", "and", "that", "have", "with");

    /** Words that Japanese prose uses, by FineWeb-2 (configs/jpn_Jpan.yml). */
    static final Set<String> JAPANESE = Set.of("を", "は", "た", "て", "が", "と", "で", "年", "し", "・", "月", "れ", "さ");

    static final GopherQuality SPACED = new GopherQuality(TextView::words);
    static final GopherQuality SCRIPTS = new GopherQuality(TextView::scriptRuns);

    /** Number of words. */
    Filter words(Bounds bounds) {
        return new Measured("words", view -> unit.apply(view).count(), bounds);
    }

    /** Mean number of characters of a word. */
    Filter meanWordLength(Bounds bounds) {
        return new Measured(
                "mean-word-length",
                view -> Measured.share(
                        unit.apply(view).characters(), unit.apply(view).count()),
                bounds);
    }

    /** Hash signs and ellipses per word. */
    Filter symbols(Bounds bounds) {
        return new Measured("symbols-per-word", this::symbolsPerWord, bounds);
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
    Filter alphabeticWords(Bounds bounds) {
        return new Measured("alphabetic-words", this::alphabeticWords, bounds);
    }

    /** How many different words of those that any prose of the language uses. */
    Filter stopWords(Set<String> stopWords, Bounds bounds) {
        int longest = stopWords.stream().mapToInt(String::length).max().orElse(0);
        BitSet begins = new BitSet();
        stopWords.forEach(word -> {
            begins.set(word.charAt(0));
            begins.set(Character.toUpperCase(word.charAt(0)));
        });
        return new Measured(
                "stop-words",
                view -> {
                    Words words = unit.apply(view);
                    Set<String> found = new HashSet<>();
                    for (int i = 0; i < words.count() && found.size() < stopWords.size(); i++) {
                        if (words.end(i) - words.begin(i) <= longest
                                && begins.get(view.text().charAt(words.begin(i)))) {
                            String word = words.word(i).toLowerCase(Locale.ROOT);
                            if (stopWords.contains(word)) {
                                found.add(word);
                            }
                        }
                    }
                    return found.size();
                },
                bounds);
    }

    private static Filter lines(String name, Predicate<String> counted, Bounds bounds) {
        return new Measured(
                name,
                view -> {
                    List<String> lines = view.lines().filled();
                    return Measured.share(lines.stream().filter(counted).count(), lines.size());
                },
                bounds);
    }

    private double symbolsPerWord(TextView view) {
        String all = view.text();
        long symbols = 0;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '.' && all.startsWith("...", i)) {
                symbols++;
                i += 2;
            } else if (c == '#' || c == '…') {
                symbols++;
            }
        }
        return Measured.share(symbols, unit.apply(view).count());
    }

    private double alphabeticWords(TextView view) {
        Words words = unit.apply(view);
        String text = view.text();
        int alphabetic = 0;
        for (int i = 0; i < words.count(); i++) {
            boolean letter = false;
            for (int k = words.begin(i); k < words.end(i) && !letter; k++) {
                letter = Character.isLetter(text.codePointAt(k));
            }
            alphabetic += letter ? 1 : 0;
        }
        return Measured.share(alphabetic, words.count());
    }
}
