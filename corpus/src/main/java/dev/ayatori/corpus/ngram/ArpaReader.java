package dev.ayatori.corpus.ngram;

import dev.ayatori.track.AyatoriException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Reads an ARPA file, plain or gzip, of any tool; what is wrong with it is told with its line. */
final class ArpaReader {
    /** What some tools call the unknown word. */
    private static final long CAPITAL_UNKNOWN = NgramModel.special("<UNK>");

    private static final int EXACT_DIGITS = 15;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final long MOST_NGRAMS = 1_000_000_000_000L;
    /** How much of a line an error shows. */
    private static final int SHOWN = 80;

    private static final double[] TENS = new double[EXACT_DIGITS + 1];

    static {
        for (int i = 0; i <= EXACT_DIGITS; i++) {
            TENS[i] = StrictMath.pow(10, i);
        }
    }

    private final String name;
    private final Ngrams ngrams;
    private final List<Long> sizes = new ArrayList<>();
    private long number;
    private byte[] line = {};
    private int place;

    private ArpaReader(String name, Ngrams ngrams) {
        this.name = name;
        this.ngrams = ngrams;
    }

    /** Who takes the n-grams. */
    interface Ngrams {
        /** How many there are of each length; comes first. */
        void sizes(List<Long> sizes);

        /** One n-gram by its hash, with log10 of its probability and of its weight. */
        void add(int n, long hash, double probability, double weight);
    }

    /** Reads a stream of a name and leaves it open; how many more of its bytes were read is told. */
    static void read(String name, InputStream stream, Ngrams ngrams, LongConsumer read) {
        new ArpaReader(name, ngrams).read(new TextFile(name, stream, read));
    }

    private void read(TextFile file) {
        int n = 0;
        long left = 0;
        for (String text = file.next(); text != null; text = file.next()) {
            number = file.number();
            if (n > 0 && left > 0 && text.startsWith("\\")) {
                throw broken("begins the next section, but %d of %d %d-grams are missing"
                        .formatted(left, sizes.get(n - 1), n));
            } else if (n > 0 && left > 0 && !text.isBlank()) {
                ngram(text, n);
                left--;
            } else if (text.startsWith("ngram ") && n == 0) {
                size(text);
            } else if (text.strip().equals("\\" + (n + 1) + "-grams:") && n < sizes.size()) {
                if (n == 0) {
                    ngrams.sizes(sizes);
                }
                left = sizes.get(n++);
            } else if (text.strip().equals("\\end\\") && n > 0 && n == sizes.size()) {
                return;
            } else if (!text.isBlank() && n > 0) {
                throw broken("should begin the next section, since there are %d %d-grams, but is %s"
                        .formatted(sizes.get(n - 1), n, shown(text)));
            }
        }
        throw new AyatoriException(
                sizes.isEmpty()
                        ? name + " is no ARPA file: it says nowhere how many n-grams it has"
                        : "%s ends %s, after line %d: it was cut off; make or fetch it again"
                                .formatted(name, n == 0 ? "before its 1-grams" : "in its " + n + "-grams", number));
    }

    private void size(String text) {
        String[] parts = text.substring("ngram ".length()).split("=");
        if (parts.length == 2 && parts[0].strip().equals(Integer.toString(sizes.size() + 1))) {
            try {
                long size = Long.parseLong(parts[1].strip());
                if (size >= 0 && size <= MOST_NGRAMS) {
                    sizes.add(size);
                    return;
                }
            } catch (NumberFormatException e) {
                // told below
            }
        }
        throw broken("should say how many %d-grams there are, but is %s".formatted(sizes.size() + 1, shown(text)));
    }

    private static String shown(String text) {
        return '"' + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + '"';
    }

    private AyatoriException broken(String what) {
        return new AyatoriException("line %d of %s %s; where it was cut off or changed, make or fetch it again"
                .formatted(number, name, what));
    }

    private void ngram(String text, int n) {
        line = text.getBytes(StandardCharsets.UTF_8);
        place = 0;
        try {
            double probability = number();
            if (probability > 0) {
                throw broken("has a log10 probability above 0: " + shown(text));
            }
            long[] words = new long[n];
            for (int i = 0; i < n; i++) {
                int from = blanks();
                long word = NgramModel.word(line, from, end());
                words[i] = word == CAPITAL_UNKNOWN ? NgramModel.UNKNOWN : word;
            }
            double weight = blanks() < line.length ? number() : 0;
            if (blanks() < line.length) {
                throw new NumberFormatException();
            }
            long hash = 0;
            for (int i = n - 1; i >= 0; i--) {
                hash = NgramModel.hash(hash, words[i]);
            }
            ngrams.add(n, hash, probability, weight);
        } catch (NumberFormatException e) {
            throw broken("is no %d-gram: %s".formatted(n, shown(text)));
        }
    }

    /** Goes behind tabs and spaces. */
    private int blanks() {
        while (place < line.length && (line[place] == ' ' || line[place] == '\t')) {
            place++;
        }
        return place;
    }

    /** Goes to the next of them. */
    private int end() {
        int from = place;
        while (place < line.length && line[place] != ' ' && line[place] != '\t') {
            place++;
        }
        if (from == place) {
            throw new NumberFormatException();
        }
        return place;
    }

    /** Few digits without an exponent are a quotient of two exact numbers, and so rounded once, as they should be. */
    private double number() {
        int from = blanks();
        int to = end();
        int first = line[from] == '-' ? from + 1 : from;
        long digits = 0;
        int point = to;
        for (int i = first; i < to; i++) {
            if (line[i] == '.' && point == to && first + 1 < to) {
                point = i;
            } else if (line[i] >= '0' && line[i] <= '9' && i - from <= EXACT_DIGITS) {
                digits = digits * 10 + line[i] - '0';
            } else {
                return decimal(new String(line, from, to - from, StandardCharsets.UTF_8));
            }
        }
        if (first == to) {
            throw new NumberFormatException();
        }
        double value = digits / TENS[Math.max(0, to - point - 1)];
        return line[from] == '-' ? -value : value;
    }

    /** Java knows more numbers: with letters at the end, hexadecimal ones, none at all. */
    private static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException();
        }
        return Double.parseDouble(text);
    }
}
