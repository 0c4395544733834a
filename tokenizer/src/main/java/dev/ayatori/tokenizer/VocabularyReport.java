package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a vocabulary does to a text.
 *
 * @param vocabularySize ids in all
 * @param languages figures of each language, in the order of their codes
 * @param unused learned pieces the text never uses, by falling score
 * @param longest the longest learned pieces, longest first
 */
public record VocabularyReport(
        int vocabularySize, List<LanguageFigures> languages, List<String> unused, List<String> longest) {

    /**
     * Figures of one language.
     *
     * @param language its code
     * @param documents texts counted
     * @param bytes of UTF-8
     * @param characters code points
     * @param tokens ids the text becomes
     * @param byteTokens those among them that stand for single bytes
     * @param bytesPerToken bytes / tokens
     * @param charactersPerToken characters / tokens
     * @param byteFallbackRate byteTokens / tokens
     */
    public record LanguageFigures(
            String language,
            long documents,
            long bytes,
            long characters,
            long tokens,
            long byteTokens,
            double bytesPerToken,
            double charactersPerToken,
            double byteFallbackRate) {}

    public VocabularyReport {
        languages = List.copyOf(languages);
        unused = List.copyOf(unused);
        longest = List.copyOf(longest);
    }

    /** Adds texts up to a report. */
    public static final class Builder {
        private static final int LONGEST = 20;

        private static final class Sums {
            private long documents;
            private long bytes;
            private long characters;
            private long tokens;
            private long byteTokens;

            LanguageFigures figures(String language) {
                double divisor = Math.max(1, tokens);
                return new LanguageFigures(
                        language,
                        documents,
                        bytes,
                        characters,
                        tokens,
                        byteTokens,
                        bytes / divisor,
                        characters / divisor,
                        byteTokens / divisor);
            }
        }

        private final SubwordTokenizer tokenizer;
        private final Map<String, Sums> sums = new TreeMap<>();
        private final long[] uses;

        public Builder(SubwordTokenizer tokenizer) {
            this.tokenizer = tokenizer;
            this.uses = new long[tokenizer.vocabularySize()];
        }

        /** Counts one more text. */
        public void add(String language, String text) {
            Sums sum = sums.computeIfAbsent(language, ignored -> new Sums());
            int[] ids = tokenizer.encode(text);
            for (int id : ids) {
                uses[id]++;
                if (tokenizer.vocabulary().pieces().get(id).kind() == PieceKind.BYTE) {
                    sum.byteTokens++;
                }
            }
            sum.documents++;
            sum.bytes += text.getBytes(StandardCharsets.UTF_8).length;
            sum.characters += text.codePointCount(0, text.length());
            sum.tokens += ids.length;
        }

        /** The report on all texts so far. */
        public VocabularyReport build() {
            Vocabulary vocabulary = tokenizer.vocabulary();
            List<LanguageFigures> figures = new ArrayList<>();
            sums.forEach((language, sum) -> figures.add(sum.figures(language)));
            List<String> learned = IntStream.range(0, vocabulary.size())
                    .filter(id -> vocabulary.pieces().get(id).kind() == PieceKind.NORMAL)
                    .mapToObj(tokenizer::piece)
                    .toList();
            List<String> unused = IntStream.range(0, vocabulary.size())
                    .filter(id -> uses[id] == 0 && vocabulary.pieces().get(id).kind() == PieceKind.NORMAL)
                    .mapToObj(tokenizer::piece)
                    .toList();
            List<String> longest = learned.stream()
                    .sorted(Comparator.comparingInt((String text) -> text.codePointCount(0, text.length()))
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(LONGEST)
                    .toList();
            return new VocabularyReport(vocabulary.size(), figures, unused, longest);
        }
    }
}
