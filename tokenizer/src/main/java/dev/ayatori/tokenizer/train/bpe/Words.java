package dev.ayatori.tokenizer.train.bpe;

import dev.ayatori.tokenizer.train.text.SegmentTable;
import dev.ayatori.track.AyatoriException;

/** The distinct words of a text as symbols, behind each other; merging makes them shorter in their places. */
final class Words {
    private final int[] symbols;
    private final int[] starts;
    private final int[] ends;
    private final long[] weights;

    /** Takes a change of how often a pair of symbols occurs. */
    interface Changes {
        void change(int left, int right, int word, long by);
    }

    /**
     * Reads all words.
     *
     * @param symbolOf the symbol of each code of the table's alphabet
     */
    Words(SegmentTable table, int[] symbolOf) {
        if (table.codes() > Integer.MAX_VALUE - 8) {
            throw new AyatoriException(
                    "the text has %,d characters in distinct words, but byte pairs are learned in memory from at most %,d; sample it"
                            .formatted(table.codes(), Integer.MAX_VALUE - 8));
        }
        symbols = new int[(int) table.codes()];
        starts = new int[(int) table.segments()];
        ends = new int[starts.length];
        weights = new long[starts.length];
        int[] filled = new int[2];
        try (SegmentTable.Reader reader = table.new Reader()) {
            reader.read(0, table.blocks(), (codes, length, weight) -> {
                int word = filled[0]++;
                starts[word] = filled[1];
                weights[word] = weight;
                for (int i = 0; i < length; i++) {
                    symbols[filled[1]++] = symbolOf[codes[i]];
                }
                ends[word] = filled[1];
            });
        }
    }

    /** Gives every pair of neighbours. */
    void pairs(Changes changes) {
        for (int word = 0; word < starts.length; word++) {
            for (int i = starts[word]; i + 1 < ends[word]; i++) {
                changes.change(symbols[i], symbols[i + 1], word, weights[word]);
            }
        }
    }

    /** Puts one symbol in the place of each occurrence of a pair in a word, from left to right. */
    void merge(int word, int left, int right, int merged, Changes changes) {
        int start = starts[word];
        int end = ends[word];
        long weight = weights[word];
        int to = start;
        for (int i = start; i < end; ) {
            if (symbols[i] == left && i + 1 < end && symbols[i + 1] == right) {
                if (to > start) {
                    changes.change(symbols[to - 1], left, word, -weight);
                    changes.change(symbols[to - 1], merged, word, weight);
                }
                if (i + 2 < end) {
                    changes.change(right, symbols[i + 2], word, -weight);
                    changes.change(merged, symbols[i + 2], word, weight);
                }
                symbols[to++] = merged;
                i += 2;
            } else {
                symbols[to++] = symbols[i++];
            }
        }
        ends[word] = to;
    }
}
