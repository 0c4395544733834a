package dev.ayatori.corpus.ngram;

import dev.ayatori.track.AyatoriException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A back-off model as an ARPA file holds it, in memory: 48 to 96 bytes an n-gram. Safe for many threads. */
public final class ArpaModel {
    private final Words words = new Words();
    private final List<NgramTable> tables = new ArrayList<>();
    private final TextUnit unit;

    private ArpaModel(TextUnit unit) {
        this.unit = unit;
    }

    /** Reads a file; the unit is what its words are of a text. */
    public static ArpaModel read(Path file, TextUnit unit) {
        ArpaModel model = new ArpaModel(unit);
        try (BufferedReader in = Files.newBufferedReader(file)) {
            long number = 0;
            int n = 0;
            for (String line = in.readLine(); line != null && !line.equals("\\end\\"); line = in.readLine()) {
                number++;
                if (line.startsWith("ngram ")) {
                    model.tables.add(new NgramTable(
                            Long.parseLong(line.substring(line.indexOf('=') + 1).strip())));
                } else if (line.endsWith("-grams:")) {
                    n = Integer.parseInt(line.substring(1, line.indexOf('-')));
                } else if (n > 0 && !line.isBlank()) {
                    model.add(line, n, number, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        if (model.tables.isEmpty()) {
            throw new AyatoriException(file + " is no ARPA file: it says nowhere how many n-grams it has");
        }
        return model;
    }

    private void add(String line, int n, long number, Path file) {
        String[] parts = line.split("[\t ]");
        if (parts.length != n + 1 && parts.length != n + 2 || n > tables.size()) {
            throw new AyatoriException("line %d of %s is no %d-gram: \"%s\"".formatted(number, file, n, line));
        }
        long hash = 0;
        for (int i = n; i >= 1; i--) {
            hash = NgramTable.hash(hash, words.add(parts[i]));
        }
        double weight = parts.length == n + 2 ? Double.parseDouble(parts[n + 1]) : 0;
        tables.get(n - 1).put(hash, Double.parseDouble(parts[0]), weight);
    }

    /** The longest n-gram. */
    public int order() {
        return tables.size();
    }

    /** The perplexity of a text, line by line; blank lines do not count. */
    public Perplexity perplexity(String text) {
        return text.lines().map(this::ofLine).reduce(Perplexity.NONE, Perplexity::plus);
    }

    /** The perplexity of each line of a text that is not blank, as paragraphs are judged. */
    public List<Perplexity> paragraphs(String text) {
        return text.lines().map(this::ofLine).filter(line -> line.units() > 0).toList();
    }

    private Perplexity ofLine(String line) {
        int[] units = unit.of(line).mapToInt(words::find).toArray();
        if (units.length == 0) {
            return Perplexity.NONE;
        }
        int[] sentence = new int[units.length + 2];
        System.arraycopy(units, 0, sentence, 1, units.length);
        sentence[0] = Words.BEGIN;
        sentence[units.length + 1] = Words.END;
        double sum = 0;
        for (int i = 1; i < sentence.length; i++) {
            sum += logProbability(sentence, i);
        }
        return new Perplexity(sum, units.length + 1L);
    }

    /** Of the longest n-gram that ends here and is known, with the weights of the contexts above it. */
    private double logProbability(int[] sentence, int place) {
        int longest = Math.min(order(), place + 1);
        long[] hashes = new long[longest + 1];
        int known = 0;
        for (int n = 1; n <= longest; n++) {
            hashes[n] = NgramTable.hash(hashes[n - 1], sentence[place + 1 - n]);
            known = known == n - 1 && tables.get(n - 1).find(hashes[n]) >= 0 ? n : known;
        }
        if (known == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = tables.get(known - 1).logProbability(hashes[known]);
        long context = 0;
        for (int n = 1; n < longest; n++) {
            context = NgramTable.hash(context, sentence[place - n]);
            sum += n >= known ? tables.get(n - 1).logWeight(context) : 0;
        }
        return sum;
    }
}
