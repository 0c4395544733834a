package dev.ayatori.tokenizer.train.text;

import dev.ayatori.tokenizer.train.RecordReader;
import dev.ayatori.tokenizer.train.RecordWriter;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The characters that get a piece of their own, as codes 1, 2, ... by falling frequency; code 0 ends a segment. */
public final class Alphabet {
    private record Letter(int codePoint, long weight) {}

    private final List<Letter> letters;
    private final Map<Integer, Character> otherPlanes = new HashMap<>();
    private final char[] basicPlane = new char[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private Alphabet(List<Letter> letters) {
        if (letters.size() > Character.MAX_VALUE - 1) {
            throw new AyatoriException(
                    "%,d different characters are more than the %,d that training can tell apart; lower characterCoverage"
                            .formatted(letters.size(), Character.MAX_VALUE - 1));
        }
        this.letters = List.copyOf(letters);
        for (int i = 0; i < letters.size(); i++) {
            int codePoint = letters.get(i).codePoint();
            if (codePoint < basicPlane.length) {
                basicPlane[codePoint] = (char) (i + 1);
            } else {
                otherPlanes.put(codePoint, (char) (i + 1));
            }
        }
    }

    /**
     * The most frequent characters that together make up the given share of the text, and some that are always there.
     *
     * @param always code points of these
     */
    public static Alphabet of(List<WeightedCounts> sources, double coverage, Set<Integer> always) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (WeightedCounts source : sources) {
            source.counts().codePoints().forEach((c, n) -> counts.merge(c, n * source.factor(), Long::sum));
        }
        long total = counts.values().stream().mapToLong(count -> count).sum();
        always.forEach(c -> counts.putIfAbsent(c, 0L));
        List<Letter> sorted = counts.entrySet().stream()
                .map(entry -> new Letter(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Letter::weight).reversed().thenComparingInt(Letter::codePoint))
                .toList();
        long enough = (long) Math.ceil(total * coverage);
        long before = 0;
        List<Letter> kept = new ArrayList<>();
        for (Letter letter : sorted) {
            if (before < enough || always.contains(letter.codePoint())) {
                kept.add(letter);
            }
            before += letter.weight();
        }
        return new Alphabet(kept);
    }

    /**
     * Printable ASCII, tab, line feed and the space's mark. The peers find a byte's or symbol's name in text, such as
     * {@code <0x0A>}, by its pieces only when a character of it has none.
     */
    public static Set<Integer> ascii() {
        return IntStream.concat(IntStream.of('\t', '\n', Vocabulary.SPACE), IntStream.rangeClosed('!', '~'))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The number of characters plus one: every code is below this. */
    public int size() {
        return letters.size() + 1;
    }

    /** How often the character occurs, in units of 1 / {@link WeightedCounts#UNIT}. */
    public long weight(int code) {
        return letters.get(code - 1).weight();
    }

    /** The code of a character, 0 when it has none. */
    public char code(int codePoint) {
        return codePoint < basicPlane.length ? basicPlane[codePoint] : otherPlanes.getOrDefault(codePoint, (char) 0);
    }

    /**
     * What stands behind a segment for its follower in the text: never a code of a character, so that it is in no piece.
     *
     * @param code of the follower, 0 when it has none
     */
    public char follower(char code) {
        return (char) (size() + code % (Character.MAX_VALUE + 1 - size()));
    }

    /** The text of some codes. */
    public String text(char[] codes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(letters.get(codes[i] - 1).codePoint());
        }
        return text.toString();
    }

    /** Writes the alphabet to a file. */
    public void write(Path file) {
        try (RecordWriter writer = new RecordWriter(file)) {
            writer.number(letters.size());
            letters.forEach(letter -> writer.number(letter.codePoint()).number(letter.weight()));
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Alphabet read(Path file) {
        try (RecordReader reader = new RecordReader(file)) {
            List<Letter> letters = new ArrayList<>();
            for (long left = reader.number(); left > 0; left--) {
                letters.add(new Letter((int) reader.number(), reader.number()));
            }
            return new Alphabet(letters);
        }
    }
}
