package dev.ayatori.corpus.ngram;

import dev.ayatori.corpus.source.Loaded;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A back-off model that can be asked, outside the heap: 32 bytes an n-gram, 22 of the longest. Safe for many threads.
 *
 * <p>Each order has a table, whose slots hold the hash of an n-gram (0 for none), log10 of its probability, and but for the longest
 * log10 of its weight. An n-gram stands at the first free slot from the one on that its hash points to. The hash alone tells an
 * n-gram: of 10^9 n-grams and as many questions a tenth of one is answered wrongly.
 */
public final class NgramModel {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final double FILLED = 0.75;
    /** What models that have no unknown word give it. */
    private static final double NEVER = -100;

    private static final Loaded<NgramModel> WORDS = loaded(TextUnit.WORDS);
    private static final Loaded<NgramModel> CHARACTERS = loaded(TextUnit.CHARACTERS);

    static final long UNKNOWN = special("<unk>");
    private static final long BEGIN = special("<s>");
    private static final long END = special("</s>");

    private final TextUnit unit;
    private final int order;
    private final MemorySegment memory;
    private final long[] slots;
    private final long[] tables;
    private final long unknown;

    private NgramModel(TextUnit unit, Filling filling) {
        this.unit = unit;
        this.order = filling.slots.length - 1;
        this.memory = filling.memory;
        this.slots = filling.slots;
        this.tables = filling.tables;
        this.unknown = find(1, hash(0, UNKNOWN));
    }

    /** Reads an ARPA file, plain or gzip; the unit is what its words are of a text. */
    public static NgramModel read(Path arpa, TextUnit unit, Progress progress) {
        try (InputStream in = Files.newInputStream(arpa)) {
            progress.start("reading the model", Files.size(arpa), "bytes");
            return read(arpa.toString(), in, unit, progress::advance);
        } catch (IOException e) {
            throw new AyatoriException(arpa + " cannot be read: " + e + "; correct its path", e);
        } finally {
            progress.finish();
        }
    }

    private static NgramModel read(String name, InputStream in, TextUnit unit, LongConsumer read) {
        Filling filling = new Filling(name);
        ArpaReader.read(name, in, filling, read);
        return new NgramModel(unit, filling);
    }

    /** Reads a model that settings name; a process reads it once. */
    public static NgramModel pinned(PinnedFile file, TextUnit unit, String what) {
        return switch (unit) {
            case WORDS -> WORDS.get(file, what);
            case CHARACTERS -> CHARACTERS.get(file, what);
        };
    }

    private static Loaded<NgramModel> loaded(TextUnit unit) {
        return new Loaded<>((file, what) -> file.read(what, in -> read(file.address(), in, unit, bytes -> {})));
    }

    /** Puts n-grams into tables. */
    private static final class Filling implements ArpaReader.Ngrams {
        private final String name;
        private MemorySegment memory = MemorySegment.NULL;
        private long[] slots = {};
        private long[] tables = {};

        Filling(String name) {
            this.name = name;
        }

        @Override
        public void sizes(List<Long> sizes) {
            int order = sizes.size();
            slots = new long[order + 1];
            tables = new long[order + 1];
            long end = 0;
            for (int n = 1; n <= order; n++) {
                slots[n] = 2 + (long) (sizes.get(n - 1) / FILLED);
                tables[n] = end;
                end += slots[n] * width(n, order) * Long.BYTES;
            }
            memory = allocate(end);
        }

        private MemorySegment allocate(long bytes) {
            try {
                return Arena.ofAuto().allocate(bytes, Long.BYTES);
            } catch (OutOfMemoryError e) {
                throw new AyatoriException(
                        ("%s needs %,d MB outside the heap for the n-grams that its head counts;"
                                        + " where the machine has that, AYATORI_OPTS=-XX:MaxDirectMemorySize=%dg allows it")
                                .formatted(name, bytes >> 20, (bytes >> 30) + 1),
                        e);
            }
        }

        @Override
        public void add(int n, long hash, double probability, double weight) {
            int width = width(n, slots.length - 1);
            long slot = slot(memory, tables[n], slots[n], width, hash);
            memory.set(LONG, slot, hash);
            memory.set(DOUBLE, slot + Long.BYTES, probability);
            if (n < slots.length - 1) {
                memory.set(DOUBLE, slot + 2 * Long.BYTES, weight);
            }
        }
    }

    /** Numbers of a slot. */
    private static int width(int n, int order) {
        return n < order ? 3 : 2;
    }

    /** Where an n-gram stands, or the empty slot where it would. */
    private static long slot(MemorySegment memory, long table, long slots, int width, long hash) {
        long slot = Math.unsignedMultiplyHigh(hash, slots);
        while (true) {
            long at = table + slot * width * Long.BYTES;
            long there = memory.get(LONG, at);
            if (there == hash || there == 0) {
                return at;
            }
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
    }

    private long find(int n, long hash) {
        long slot = slot(memory, tables[n], slots[n], width(n, order), hash);
        return memory.get(LONG, slot) == 0 ? -1 : slot;
    }

    /** The hash of a word that is none of texts. */
    static long special(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return word(bytes, 0, bytes.length);
    }

    /** The hash of a word. */
    static long word(byte[] bytes, int from, int to) {
        return Words.hash(bytes, from, to);
    }

    /** The hash of an n-gram that goes on to the left with a word. */
    static long hash(long hash, long word) {
        long mixed = (hash ^ word) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xBF58476D1CE4E5B9L;
        return mixed == 0 ? 1 : mixed;
    }

    /** The longest n-gram. */
    public int order() {
        return order;
    }

    /** The perplexity of a text, line by line; blank lines do not count. */
    public Perplexity perplexity(String text) {
        Reading reading = new Reading();
        return text.lines().map(reading::of).reduce(Perplexity.NONE, Perplexity::plus);
    }

    /** The perplexity of a text without a share of its units, those least foreseen. */
    public Perplexity perplexity(String text, double outliers) {
        Reading reading = new Reading();
        double[] all = text.lines()
                .flatMapToDouble(line -> {
                    reading.of(line);
                    return Arrays.stream(reading.logarithms, 0, reading.size);
                })
                .sorted()
                .toArray();
        int left = (int) (outliers * all.length);
        double sum = 0;
        for (int i = left; i < all.length; i++) {
            sum += all[i];
        }
        return new Perplexity(sum, all.length - left);
    }

    /** Reads a line, unit by unit, with what is known of the units before. */
    private final class Reading {
        private final Units units = new Units(unit);
        private final long[] words = new long[order];
        private final double[] weights = new double[order + 1];
        private final double[] found = new double[order + 1];
        private double[] logarithms = new double[64];
        private int known;
        private int size;

        Perplexity of(String line) {
            size = 0;
            units.of(line);
            while (units.next()) {
                if (size == 0) {
                    begin();
                }
                long word = word(units.bytes(), units.from(), units.to());
                read(word == UNKNOWN || word == BEGIN || word == END ? UNKNOWN : word);
            }
            if (size > 0) {
                read(END);
            }
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += logarithms[i];
            }
            return new Perplexity(sum, size);
        }

        private void begin() {
            words[0] = BEGIN;
            long slot = find(1, hash(0, BEGIN));
            known = slot < 0 ? 0 : 1;
            weights[1] = slot < 0 ? 0 : memory.get(DOUBLE, slot + 2 * Long.BYTES);
        }

        private void read(long unit) {
            System.arraycopy(words, 0, words, 1, order - 1);
            words[0] = unit;
            if (size == logarithms.length) {
                logarithms = Arrays.copyOf(logarithms, size * 2);
            }
            logarithms[size++] = logarithm();
        }

        /**
         * Of the longest n-gram that ends here, with the weights of the contexts above it, which the unit before has found. An
         * n-gram is there only where its context is.
         */
        private double logarithm() {
            int longest = Math.min(order, known + 1);
            long hash = hash(0, words[0]);
            long slot = find(1, hash);
            if (slot < 0) {
                words[0] = UNKNOWN;
                hash = hash(0, UNKNOWN);
                slot = unknown;
            }
            double sum = slot < 0 ? NEVER : memory.get(DOUBLE, slot + Long.BYTES);
            found[1] = slot < 0 || order == 1 ? 0 : memory.get(DOUBLE, slot + 2 * Long.BYTES);
            int best = 1;
            for (int n = 2; n <= longest; n++) {
                hash = hash(hash, words[n - 1]);
                slot = find(n, hash);
                found[n] = slot < 0 || n == order ? 0 : memory.get(DOUBLE, slot + 2 * Long.BYTES);
                if (slot >= 0) {
                    best = n;
                    sum = memory.get(DOUBLE, slot + Long.BYTES);
                }
            }
            for (int n = best; n <= known; n++) {
                sum += weights[n];
            }
            known = Math.min(best, order - 1);
            System.arraycopy(found, 1, weights, 1, known);
            return sum;
        }
    }
}
