package dev.ayatori.corpus.ngram;

import dev.ayatori.track.AyatoriException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Words by number, and how often each was met; the first four are no words of texts. Their bytes stand in one array, so that a
 * word costs its length and 24 to 40 bytes.
 */
final class Words {
    static final int NONE = 0;
    static final int UNKNOWN = 1;
    static final int BEGIN = 2;
    static final int END = 3;
    /** How many these are. */
    static final int SPECIAL = 4;

    private static final int BYTES_EACH = 40;

    private final long memory;
    private byte[] text = new byte[1 << 16];
    private int[] ends = new int[1 << 12];
    private long[] counts = new long[1 << 12];
    private int[] slots = new int[1 << 13];
    private int size;

    /** No words yet, and never more than fill so many bytes. */
    Words(long memory) {
        this.memory = memory;
        for (String special : new String[] {"", "<unk>", "<s>", "</s>"}) {
            byte[] word = special.getBytes(StandardCharsets.UTF_8);
            append(word, 0, word.length);
        }
    }

    /** Meets a word once more, or for the first time. */
    void count(byte[] bytes, int from, int to) {
        if (isSpecial(bytes, from, to)) {
            return;
        }
        int slot = slot(bytes, from, to);
        int number = slots[slot];
        if (number == 0) {
            number = append(bytes, from, to);
            slots[slot] = number;
            if (size * 2L > slots.length) {
                grow();
            }
        }
        counts[number]++;
    }

    /** Whether a word of a text looks like a special one; it is an unknown one. */
    private boolean isSpecial(byte[] bytes, int from, int to) {
        return bytes[from] == '<'
                && (Arrays.equals(bytes, from, to, text, ends[NONE], ends[UNKNOWN])
                        || Arrays.equals(bytes, from, to, text, ends[UNKNOWN], ends[BEGIN])
                        || Arrays.equals(bytes, from, to, text, ends[BEGIN], ends[END]));
    }

    private int append(byte[] bytes, int from, int to) {
        int begin = begin(size);
        int end = begin + to - from;
        if (end < 0 || end + (long) size * BYTES_EACH > memory) {
            throw new AyatoriException(
                    ("the text has more than %d different words, for which there is no memory; give more,"
                                    + " or take characters as units where words have no spaces between them")
                            .formatted(Math.max(0, size - SPECIAL)));
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(end, text.length * 2L)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(bytes, from, text, begin, to - from);
        ends[size] = end;
        return size++;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = SPECIAL; number < size; number++) {
            slots[slot(text, begin(number), ends[number])] = number;
        }
    }

    /** Where a word's number stands, or may stand. */
    private int slot(byte[] bytes, int from, int to) {
        int slot = (int) (hash(bytes, from, to) >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && !Arrays.equals(bytes, from, to, text, begin(slots[slot]), ends[slots[slot]])) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** 64 bits of hash of some bytes. */
    static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i] & 0xFF) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (hash ^ hash >>> 32) * 0xBF58476D1CE4E5B9L;
    }

    /** The number of a word, that of unknown ones where it was not met. */
    int find(byte[] bytes, int from, int to) {
        int number = slots[slot(bytes, from, to)];
        return number == 0 ? UNKNOWN : number;
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** Copies a word into an array and returns the place behind it. */
    int copy(int number, byte[] to, int place) {
        int begin = begin(number);
        System.arraycopy(text, begin, to, place, ends[number] - begin);
        return place + ends[number] - begin;
    }

    /** Bytes of a word. */
    int length(int number) {
        return ends[number] - begin(number);
    }

    /** Words and special ones. */
    int size() {
        return size;
    }

    /** The same words, the most frequent first, and none that was met less often. */
    Words ranked(long leastCount) {
        long[] order = new long[size - SPECIAL];
        for (int i = 0; i < order.length; i++) {
            order[i] = Math.min(Integer.MAX_VALUE, counts[i + SPECIAL]) << 32 | Integer.MAX_VALUE - i;
        }
        Arrays.sort(order);
        Words ranked = new Words(Long.MAX_VALUE);
        for (int i = order.length - 1; i >= 0; i--) {
            int number = Integer.MAX_VALUE - (int) order[i] + SPECIAL;
            if (counts[number] >= leastCount) {
                ranked.count(text, begin(number), ends[number]);
            }
        }
        return ranked;
    }
}
