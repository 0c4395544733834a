package dev.ayatori.corpus.ngram;

import dev.ayatori.track.AyatoriException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads an ARPA file, plain or gzip, of any tool; what is wrong with it is told with its line. */
final class ArpaReader {
    private static final int EXACT_DIGITS = 15;
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

    /** Reads a stream of a name and leaves it open. */
    static void read(String name, InputStream stream, Ngrams ngrams) {
        new ArpaReader(name, ngrams).read(new TextFile(name, stream, bytes -> {}));
    }

    private void read(TextFile file) {
        int n = 0;
        long left = 0;
        for (String text = file.next(); text != null; text = file.next()) {
            number = file.number();
            if (n > 0 && left > 0 && !text.isBlank()) {
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
                throw broken("should begin the next section, but is \"" + text + "\"");
            }
        }
        throw new AyatoriException(
                sizes.isEmpty()
                        ? name + " is no ARPA file: it says nowhere how many n-grams it has"
                        : "%s ends in its %d-grams, after line %d: it was cut off; make or fetch it again"
                                .formatted(name, n, number));
    }

    private void size(String text) {
        String[] parts = text.substring("ngram ".length()).split("=");
        try {
            if (parts.length == 2 && Integer.parseInt(parts[0].strip()) == sizes.size() + 1) {
                sizes.add(Long.parseLong(parts[1].strip()));
                return;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw broken("should say how many %d-grams there are, but is \"%s\"".formatted(sizes.size() + 1, text));
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
            long[] words = new long[n];
            for (int i = 0; i < n; i++) {
                int from = blanks();
                words[i] = NgramModel.word(line, from, end());
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
            throw broken("is no %d-gram: \"%s\"".formatted(n, text));
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
        int i = line[from] == '-' ? from + 1 : from;
        long digits = 0;
        int point = to;
        for (; i < to; i++) {
            if (line[i] == '.' && point == to) {
                point = i;
            } else if (line[i] >= '0' && line[i] <= '9' && i - from <= EXACT_DIGITS) {
                digits = digits * 10 + line[i] - '0';
            } else {
                return Double.parseDouble(new String(line, from, to - from, StandardCharsets.UTF_8));
            }
        }
        double value = digits / TENS[Math.max(0, to - point - 1)];
        return line[from] == '-' ? -value : value;
    }
}
