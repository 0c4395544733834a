package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * What a vocabulary does to a text.
 *
 * @param vocabularySize ids in all
 * @param languages figures of each language, in the order of their codes
 * @param unused learned pieces the text never uses, in the order of their ids
 * @param rare learned pieces it uses fewer than five times
 * @param longest the longest learned pieces, longest first
 */
public record VocabularyReport(
        int vocabularySize,
        List<LanguageFigures> languages,
        List<String> unused,
        List<String> rare,
        List<String> longest) {

    /**
     * Figures of one language or source.
     *
     * @param language its name
     * @param documents texts counted
     * @param bytes of UTF-8
     * @param characters code points
     * @param words stretches between the word boundaries of Unicode that hold a letter or digit; in Japanese mostly runs of
     *     one script
     * @param tokens ids the text becomes
     * @param byteTokens those among them that stand for single bytes
     * @param renyiEfficiency entropy of order 2.5 of the tokens over that of equally frequent ones (Zouhar et al. 2023)
     */
    public record LanguageFigures(
            String language,
            long documents,
            long bytes,
            long characters,
            long words,
            long tokens,
            long byteTokens,
            double renyiEfficiency) {

        public double bytesPerToken() {
            return per(bytes, tokens);
        }

        public double charactersPerToken() {
            return per(characters, tokens);
        }

        public double tokensPerWord() {
            return per(tokens, words);
        }

        public double byteFallbackRate() {
            return per(byteTokens, tokens);
        }

        private static double per(long sum, long count) {
            return (double) sum / Math.max(1, count);
        }
    }

    public VocabularyReport {
        languages = List.copyOf(languages);
        unused = List.copyOf(unused);
        rare = List.copyOf(rare);
        longest = List.copyOf(longest);
    }

    /** Adds texts up to a report. */
    public static final class Builder {
        private static final int LONGEST = 20;
        private static final int RARE = 5;
        private static final double ORDER = 2.5;

        private static final class Sums {
            private final long[] uses;
            private long documents;
            private long bytes;
            private long characters;
            private long words;
            private long byteTokens;

            Sums(int size) {
                uses = new long[size];
            }

            LanguageFigures figures(String language) {
                long tokens = Arrays.stream(uses).sum();
                double power = Arrays.stream(uses)
                        .mapToDouble(use -> StrictMath.pow((double) use / Math.max(1, tokens), ORDER))
                        .sum();
                double entropy = power == 0 ? 0 : StrictMath.log(power) / (1 - ORDER);
                return new LanguageFigures(
                        language,
                        documents,
                        bytes,
                        characters,
                        words,
                        tokens,
                        byteTokens,
                        entropy / StrictMath.log(uses.length));
            }
        }

        private final SubwordTokenizer tokenizer;
        private final BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        private final Map<String, Sums> sums = new TreeMap<>();

        public Builder(SubwordTokenizer tokenizer) {
            this.tokenizer = tokenizer;
        }

        /** Counts one more text. */
        public void add(String language, String text) {
            Sums sum = sums.computeIfAbsent(language, ignored -> new Sums(tokenizer.vocabularySize()));
            for (int id : tokenizer.encode(text)) {
                sum.uses[id]++;
                if (tokenizer.kind(id) == PieceKind.BYTE) {
                    sum.byteTokens++;
                }
            }
            sum.documents++;
            sum.bytes += text.getBytes(StandardCharsets.UTF_8).length;
            sum.characters += text.codePointCount(0, text.length());
            sum.words += words(text);
        }

        private long words(String text) {
            long count = 0;
            words.setText(text);
            for (int start = words.first(), end = words.next(); end != BreakIterator.DONE; end = words.next()) {
                count += Character.isLetterOrDigit(text.codePointAt(start)) ? 1 : 0;
                start = end;
            }
            return count;
        }

        /** The report on all texts so far. */
        public VocabularyReport build() {
            Vocabulary vocabulary = tokenizer.vocabulary();
            List<LanguageFigures> figures = new ArrayList<>();
            sums.forEach((language, sum) -> figures.add(sum.figures(language)));
            List<String> longest = learned(use -> true).stream()
                    .sorted(Comparator.comparingInt((String text) -> text.codePointCount(0, text.length()))
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(LONGEST)
                    .toList();
            return new VocabularyReport(
                    vocabulary.size(),
                    figures,
                    learned(use -> use == 0),
                    learned(use -> use > 0 && use < RARE),
                    longest);
        }

        private List<String> learned(LongPredicate uses) {
            return IntStream.range(0, tokenizer.vocabularySize())
                    .filter(id -> tokenizer.kind(id) == PieceKind.NORMAL
                            && uses.test(sums.values().stream()
                                    .mapToLong(sum -> sum.uses[id])
                                    .sum()))
                    .mapToObj(tokenizer::piece)
                    .toList();
        }
    }
}
