package dev.ayatori.corpus.ngram;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Writes the lines of one section of an ARPA file; other threads make text of the numbers, many lines at a time. */
final class ArpaSection {
    private static final int LINES = 4_096;
    /** Batches that may wait to be written. */
    private static final int WAITING = 4;
    /** A number has at most so many bytes, and so do the signs around it. */
    private static final int NUMBER = 20;

    private static final int DIGITS = 10;
    private static final long UNIT = 10_000_000_000L;
    private static final String NEVER = "-99";

    private final Path file;
    private final OutputStream out;
    private final int n;
    private final boolean weighs;
    private final Words words;
    private final Workers workers;
    private final Deque<CompletableFuture<byte[]>> texts = new ArrayDeque<>();
    private Batch batch;
    private long lines;

    /** A section of n-grams in a file of its own; the longest n-grams weigh nothing. */
    ArpaSection(Path file, int n, boolean weighs, Words words, Workers workers) {
        this.file = file;
        this.n = n;
        this.weighs = weighs;
        this.words = words;
        this.workers = workers;
        this.batch = new Batch(n);
        try {
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** N-grams with their numbers. */
    private static final class Batch {
        final int[] words;
        final double[] probabilities = new double[LINES];
        final double[] weights = new double[LINES];
        int size;

        Batch(int n) {
            words = new int[LINES * n];
        }
    }

    /** Adds an n-gram in suffix order with its probability, 0 for one that never comes, and the weight of its longer ones. */
    void add(int[] row, double probability, double weight) {
        System.arraycopy(row, 0, batch.words, batch.size * n, n);
        batch.probabilities[batch.size] = probability;
        batch.weights[batch.size++] = weight;
        if (batch.size == LINES) {
            hand();
        }
    }

    private void hand() {
        Batch full = batch;
        lines += full.size;
        texts.add(workers.begin(() -> text(full)));
        batch = new Batch(n);
        if (texts.size() > WAITING) {
            write();
        }
    }

    private void write() {
        try {
            out.write(Workers.get(texts.remove()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private byte[] text(Batch lines) {
        int length = lines.size * (2 * NUMBER + n);
        for (int i = 0; i < lines.size * n; i++) {
            length += words.length(lines.words[i]);
        }
        byte[] text = new byte[length];
        int place = 0;
        for (int line = 0; line < lines.size; line++) {
            place = logarithm(lines.probabilities[line], text, place);
            for (int i = n - 1; i >= 0; i--) {
                text[place++] = (byte) (i == n - 1 ? '\t' : ' ');
                place = words.copy(lines.words[line * n + i], text, place);
            }
            if (weighs) {
                text[place++] = '\t';
                place = logarithm(lines.weights[line], text, place);
            }
            text[place++] = '\n';
        }
        return Arrays.copyOf(text, place);
    }

    /** Ten decimals are exact to 3 parts in 10^11 of a probability. */
    static int logarithm(double probability, byte[] text, int begin) {
        int place = begin;
        if (probability == 0) {
            for (int i = 0; i < NEVER.length(); i++) {
                text[place++] = (byte) NEVER.charAt(i);
            }
            return place;
        }
        long scaled = Math.round(StrictMath.log10(probability) * -UNIT);
        if (scaled == 0) {
            text[place++] = '0';
            return place;
        }
        if (scaled > 0) {
            text[place++] = '-';
        }
        long whole = Math.abs(scaled) / UNIT;
        if (whole >= DIGITS) {
            text[place++] = (byte) ('0' + whole / DIGITS);
        }
        text[place++] = (byte) ('0' + whole % DIGITS);
        text[place++] = '.';
        long rest = Math.abs(scaled) % UNIT;
        for (int i = DIGITS - 1; i >= 0; i--) {
            text[place + i] = (byte) ('0' + rest % DIGITS);
            rest /= DIGITS;
        }
        return place + DIGITS;
    }

    /** Ends the section; returns how many n-grams it has. */
    long finish() {
        hand();
        while (!texts.isEmpty()) {
            write();
        }
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
        return lines;
    }

    Path file() {
        return file;
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("could not write " + file + ": " + e.getMessage(), e);
    }
}
