package dev.ayatori.corpus.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Known words by number, found by their bytes. */
final class Words {
    static final String END_OF_LINE = "</s>";
    private static final int OFFSET_BASIS = 0x811C9DC5;
    private static final byte[] NOTHING = {};
    private static final int PRIME = 0x01000193;

    private final byte[][] words;
    /** The hash of a word and one more than its number, 0 where free. */
    private final long[] slots;

    Words(List<String> words) {
        this.words = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.slots = new long[Integer.highestOneBit(Math.max(4, 2 * words.size())) * 2];
        for (int i = 0; i < this.words.length; i++) {
            int hash = hash(this.words[i], 0, this.words[i].length);
            int slot = slot(this.words[i], 0, this.words[i].length, hash);
            slots[slot] = slots[slot] == 0 ? (long) hash << 32 | i + 1 : slots[slot];
        }
    }

    int size() {
        return words.length;
    }

    String text(int word) {
        return new String(words[word], StandardCharsets.UTF_8);
    }

    /** The number of a word with its hash, -1 when it is unknown. */
    int find(byte[] text, int from, int to, int hash) {
        return (int) slots[slot(text, from, to, hash)] - 1;
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
        byte[] word = (int) (slot >>> 32) == hash ? words[(int) slot - 1] : NOTHING;
        return word.length > 0 && Arrays.equals(word, 0, word.length, text, from, to);
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
