package dev.ayatori.corpus.ngram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A back-off model that can be asked, outside the heap: 32 bytes an n-gram, 22 of the longest. Safe for many threads.
 *
 * <p>Numbers are 64 bits, in the order of bytes of the machine: the unit of the text, the order, and the slots of each order's
 * table; then the tables, whose slots hold the hash of an n-gram (0 for none), log10 of its probability, and but for the longest
 * log10 of its weight. An n-gram stands at the first free slot from the one on that its hash points to. The hash alone tells an
 * n-gram: of 10^9 n-grams and as many questions a tenth of one is answered wrongly.
 */
public final class NgramModel {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int HEAD = 2;
    private static final double FILLED = 0.75;
    /** What models that have no unknown word give it. */
    private static final double NEVER = -100;

    private static final long UNKNOWN = special("<unk>");
    private static final long BEGIN = special("<s>");
    private static final long END = special("</s>");

    private final TextUnit unit;
    private final int order;
    private final MemorySegment memory;
    private final long[] slots;
    private final long[] tables;
    private final long unknown;

    private NgramModel(MemorySegment memory) {
        this.memory = memory;
        this.unit = TextUnit.values()[(int) get(0)];
        this.order = (int) get(1);
        this.slots = new long[order + 1];
        this.tables = new long[order + 1];
        long end = HEAD + order;
        for (int n = 1; n <= order; n++) {
            slots[n] = get(HEAD + n - 1);
            tables[n] = end * Long.BYTES;
            end += slots[n] * width(n, order);
        }
        this.unknown = find(1, hash(0, UNKNOWN));
    }

    /** Reads an ARPA file; the unit is what its words are of a text. */
    public static NgramModel read(Path arpa, TextUnit unit) {
        return new NgramModel(fill(arpa, unit, size -> Arena.ofAuto().allocate(size, Long.BYTES)));
    }

    /** Makes a file of an ARPA file that opens at once and is shared by all who open it. */
    public static void compile(Path arpa, TextUnit unit, Path file) {
        fill(arpa, unit, size -> map(file, size));
    }

    /** Opens what was compiled on this machine. */
    public static NgramModel open(Path file) {
        return new NgramModel(map(file, 0));
    }

    /** Maps a file; one with a size is a new one. */
    private static MemorySegment map(Path file, long size) {
        StandardOpenOption[] options = size == 0
                ? new StandardOpenOption[] {StandardOpenOption.READ}
                : new StandardOpenOption[] {
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING
                };
        try (FileChannel channel = FileChannel.open(file, options)) {
            return channel.map(
                    size == 0 ? MapMode.READ_ONLY : MapMode.READ_WRITE,
                    0,
                    size == 0 ? channel.size() : size,
                    Arena.ofAuto());
        } catch (IOException e) {
            throw new UncheckedIOException("could not map " + file + ": " + e.getMessage(), e);
        }
    }

    private static MemorySegment fill(Path arpa, TextUnit unit, LongFunction<MemorySegment> allocate) {
        Filling filling = new Filling(unit, allocate);
        ArpaReader.read(arpa, filling);
        return filling.memory;
    }

    /** Puts n-grams into tables. */
    private static final class Filling implements ArpaReader.Ngrams {
        private final TextUnit unit;
        private final LongFunction<MemorySegment> allocate;
        private MemorySegment memory = MemorySegment.NULL;
        private long[] slots = {};
        private long[] tables = {};

        Filling(TextUnit unit, LongFunction<MemorySegment> allocate) {
            this.unit = unit;
            this.allocate = allocate;
        }

        @Override
        public void sizes(List<Long> sizes) {
            int order = sizes.size();
            slots = new long[order + 1];
            tables = new long[order + 1];
            long end = HEAD + order;
            for (int n = 1; n <= order; n++) {
                slots[n] = 2 + (long) (sizes.get(n - 1) / FILLED);
                tables[n] = end * Long.BYTES;
                end += slots[n] * width(n, order);
            }
            memory = allocate.apply(end * Long.BYTES);
            memory.set(LONG, 0, unit.ordinal());
            memory.set(LONG, Long.BYTES, order);
            for (int n = 1; n <= order; n++) {
                memory.set(LONG, (HEAD + n - 1L) * Long.BYTES, slots[n]);
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

    private static long special(String word) {
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

    private long get(long place) {
        return memory.get(LONG, place * Long.BYTES);
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

    /** The perplexity of each line of a text, of which a share of the least foreseen units does not count. */
    public List<Perplexity> lines(String text, double outliers) {
        Reading reading = new Reading();
        return text.lines()
                .map(line -> {
                    reading.of(line);
                    return Perplexity.without(outliers, reading.logarithms, reading.size);
                })
                .toList();
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
                logarithms = java.util.Arrays.copyOf(logarithms, size * 2);
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
