package dev.ayatori.corpus.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words and labels of a classifier by number: words first, then labels, the most frequent first. They are bytes, because
 * fastText learns from files that are no UTF-8 too.
 */
final class Dictionary {
    /** What ends a line, and a word by itself. */
    static final String END_OF_LINE = "</s>";

    private static final byte[] PREFIX = TextClassifier.LABEL_PREFIX.getBytes(StandardCharsets.UTF_8);
    private static final int OFFSET_BASIS = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final byte[] NOTHING = {};

    private final byte[][] entries;
    private final long[] counts;
    private final int words;
    private final long tokens;
    /** The hash of an entry and one more than its number, 0 where free. */
    private final long[] slots;

    /**
     * The dictionary of a model.
     *
     * @param entries words, then labels
     * @param counts how often each occurred
     * @param words how many of them are words
     * @param tokens words and labels that were read in training
     */
    Dictionary(List<byte[]> entries, long[] counts, int words, long tokens) {
        this.entries = entries.toArray(byte[][]::new);
        this.counts = counts;
        this.words = words;
        this.tokens = tokens;
        this.slots = new long[Integer.highestOneBit(Math.max(4, 2 * entries.size())) * 2];
        for (int i = 0; i < this.entries.length; i++) {
            byte[] entry = this.entries[i];
            int hash = hash(entry, 0, entry.length);
            int slot = slot(entry, 0, entry.length, hash);
            slots[slot] = slots[slot] == 0 ? (long) hash << 32 | i + 1 : slots[slot];
        }
    }

    /** Of words and labels with their counts, in the order of these maps. */
    static Dictionary of(Map<String, Long> words, Map<String, Long> labels, long tokens) {
        return new Dictionary(
                Stream.concat(words.keySet().stream(), labels.keySet().stream())
                        .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                Stream.concat(words.values().stream(), labels.values().stream())
                        .mapToLong(count -> count)
                        .toArray(),
                words.size(),
                tokens);
    }

    int size() {
        return entries.length;
    }

    int words() {
        return words;
    }

    int labels() {
        return entries.length - words;
    }

    long tokens() {
        return tokens;
    }

    byte[] entry(int number) {
        return entries[number];
    }

    long count(int number) {
        return counts[number];
    }

    /** The labels as text, with their prefix. */
    List<String> labelTexts() {
        return Arrays.stream(entries, words, entries.length)
                .map(label -> new String(label, StandardCharsets.UTF_8))
                .toList();
    }

    /** How often each label occurred. */
    long[] labelCounts() {
        return Arrays.copyOfRange(counts, words, counts.length);
    }

    /** The number of an entry with its hash, -1 when it is unknown. */
    int find(byte[] text, int from, int to, int hash) {
        return (int) slots[slot(text, from, to, hash)] - 1;
    }

    /** Whether a token with this number is a label: one of these, or unknown and like one. */
    boolean isLabel(int number, byte[] text, int from, int to) {
        return number >= words
                || number < 0
                        && to - from >= PREFIX.length
                        && Arrays.equals(text, from, from + PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    private int slot(byte[] text, int from, int to, int hash) {
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (slots[slot] != 0 && !is(slots[slot], text, from, to, hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean is(long slot, byte[] text, int from, int to, int hash) {
        byte[] entry = (int) (slot >>> 32) == hash ? entries[(int) slot - 1] : NOTHING;
        return entry.length > 0 && Arrays.equals(entry, 0, entry.length, text, from, to);
    }

    /** 32-bit FNV-1a as fastText computes it: bytes are taken with their sign. */
    static int hash(byte[] text, int from, int to) {
        int hash = OFFSET_BASIS;
        for (int i = from; i < to; i++) {
            hash = hash(hash, text[i]);
        }
        return hash;
    }

    static int emptyHash() {
        return OFFSET_BASIS;
    }

    static int hash(int before, byte next) {
        return (before ^ next) * PRIME;
    }
}
