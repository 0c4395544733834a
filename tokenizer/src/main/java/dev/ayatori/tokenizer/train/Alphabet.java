package dev.ayatori.tokenizer.train;

import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The characters that get a piece of their own, as codes 1, 2, ... by falling frequency; code 0 ends a segment. */
final class Alphabet {
    private record Letter(int codePoint, long weight) {}

    private final int[] codePoints;
    private final long[] weights;
    private final Map<Integer, Integer> codes;

    private Alphabet(List<Letter> letters) {
        codePoints = new int[letters.size() + 1];
        weights = new long[letters.size() + 1];
        codes = HashMap.newHashMap(letters.size());
        for (int i = 0; i < letters.size(); i++) {
            codePoints[i + 1] = letters.get(i).codePoint();
            weights[i + 1] = letters.get(i).weight();
            codes.put(letters.get(i).codePoint(), i + 1);
        }
    }

    /** The most frequent characters that together make up the given share of the text, and all printable ASCII ones. */
    static Alphabet of(WeightedText text, double coverage) {
        Map<Integer, Long> counts = new HashMap<>();
        long total = 0;
        for (WeightedSegment segment : text.segments()) {
            segment.text().codePoints().forEach(c -> counts.merge(c, segment.weight(), Long::sum));
            total += segment.weight()
                    * segment.text().codePointCount(0, segment.text().length());
        }
        addAlwaysThere(counts);
        List<Letter> sorted = counts.entrySet().stream()
                .map(entry -> new Letter(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Letter::weight).reversed().thenComparingInt(Letter::codePoint))
                .toList();
        long enough = (long) Math.ceil(total * coverage);
        long before = 0;
        List<Letter> kept = new ArrayList<>();
        for (Letter letter : sorted) {
            if (before < enough || isAlwaysThere(letter.codePoint())) {
                kept.add(letter);
            }
            before += letter.weight();
        }
        return new Alphabet(kept);
    }

    // The peers find a byte's or symbol's name in text, such as <0x0A>, by its pieces only when a character of it has
    // none.
    private static void addAlwaysThere(Map<Integer, Long> counts) {
        for (int c = 0; c <= '~'; c++) {
            if (isAlwaysThere(c)) {
                counts.putIfAbsent(c, 0L);
            }
        }
        counts.putIfAbsent((int) Vocabulary.SPACE, 0L);
    }

    private static boolean isAlwaysThere(int codePoint) {
        return (codePoint > ' ' && codePoint <= '~')
                || codePoint == '\n'
                || codePoint == '\t'
                || codePoint == Vocabulary.SPACE;
    }

    /** The number of characters plus one: every code is below this. */
    int size() {
        return codePoints.length;
    }

    int codePoint(int code) {
        return codePoints[code];
    }

    /** How often the character occurs, in units of 1 / {@link WeightedText#UNIT}. */
    long weight(int code) {
        return weights[code];
    }

    /** The code of a character, 0 when it has none. */
    int code(int codePoint) {
        return codes.getOrDefault(codePoint, 0);
    }

    String text(int[] piece) {
        StringBuilder text = new StringBuilder();
        for (int code : piece) {
            text.appendCodePoint(codePoints[code]);
        }
        return text.toString();
    }
}
