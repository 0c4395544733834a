package dev.ayatori.tokenizer.train.text;

import dev.ayatori.tokenizer.train.RecordReader;
import dev.ayatori.tokenizer.train.RecordWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The distinct segments of all sources with their weights, as codes of an {@link Alphabet}, in a file: the whole text, as
 * far as training is concerned.
 *
 * <p>The file holds blocks of {@value #BLOCK} segments, for each its weight, its length and its codes, two bytes each, with
 * one more for what follows; then the place of each block, the number of segments and that of codes. Characters without a code end a segment, too: no
 * piece may hold them.
 */
public final class SegmentTable {
    /**
     * Takes a segment: its codes, behind them what follows in the text, and its weight in units of 1 /
     * {@link WeightedCounts#UNIT}.
     */
    public interface Sink {
        void segment(char[] codes, int length, long weight);
    }

    private static final int BLOCK = 1024;
    private static final int FOOTER = 3 * Long.BYTES;

    private final Path file;
    private final long[] blocks;
    private final long segments;
    private final long codes;

    private SegmentTable(Path file, long[] blocks, long segments, long codes) {
        this.file = file;
        this.blocks = blocks;
        this.segments = segments;
        this.codes = codes;
    }

    /** Writes the table of all sources. */
    public static SegmentTable write(Path file, List<WeightedCounts> sources, Alphabet alphabet) {
        try (RecordWriter writer = new RecordWriter(file)) {
            Coder coder = new Coder(alphabet, writer);
            SegmentMerge.merge(sources, coder::add);
            coder.finish();
        }
        return open(file);
    }

    private static final class Coder {
        private final Alphabet alphabet;
        private final RecordWriter writer;
        private final List<Long> blocks = new ArrayList<>();
        private final char[] part = new char[TextCutter.LONGEST + 4];
        private int length;
        private long segments;
        private long codes;

        Coder(Alphabet alphabet, RecordWriter writer) {
            this.alphabet = alphabet;
            this.writer = writer;
        }

        void add(char[] characters, int count, long weight) {
            for (int i = 0; i < count - 1; i++) {
                char first = characters[i];
                char code = Character.isHighSurrogate(first)
                        ? alphabet.code(Character.toCodePoint(first, characters[++i]))
                        : alphabet.code(first);
                if (code == 0) {
                    end(alphabet.follower((char) 0), weight);
                } else {
                    part[length++] = code;
                }
            }
            char next = characters[count - 1];
            end(next == TextCutter.NOTHING_FOLLOWS ? 0 : alphabet.follower(alphabet.code(next)), weight);
        }

        private void end(char follower, long weight) {
            if (length > 0) {
                if (segments % BLOCK == 0) {
                    blocks.add(writer.position());
                }
                part[length] = follower;
                writer.number(weight).symbols(part, 0, length + 1);
                segments++;
                codes += length;
                length = 0;
            }
        }

        void finish() {
            blocks.forEach(writer::fixed);
            writer.fixed(blocks.size()).fixed(segments).fixed(codes);
        }
    }

    /** Opens a finished table. */
    public static SegmentTable open(Path file) {
        try (RecordReader reader = new RecordReader(file)) {
            reader.seek(reader.size() - FOOTER);
            long[] blocks = new long[(int) reader.fixed()];
            long segments = reader.fixed();
            long codes = reader.fixed();
            reader.seek(reader.size() - FOOTER - (long) blocks.length * Long.BYTES);
            for (int block = 0; block < blocks.length; block++) {
                blocks[block] = reader.fixed();
            }
            return new SegmentTable(file, blocks, segments, codes);
        }
    }

    /** How many segments there are. */
    public long segments() {
        return segments;
    }

    /** How many codes all segments have together. */
    public long codes() {
        return codes;
    }

    /** How many blocks there are. */
    public int blocks() {
        return blocks.length;
    }

    /** Reads blocks; one instance belongs to one thread. */
    public final class Reader implements AutoCloseable {
        private final RecordReader reader = new RecordReader(file);
        private final char[] buffer = new char[TextCutter.LONGEST + 4];

        /** Gives each segment of the blocks from {@code from} up to, not including, {@code to}, in their order. */
        public void read(int from, int to, Sink sink) {
            long count = Math.min(segments - (long) from * BLOCK, (long) (to - from) * BLOCK);
            if (count > 0) {
                reader.seek(blocks[from]);
            }
            for (long i = 0; i < count; i++) {
                long weight = reader.number();
                int length = (int) reader.number();
                reader.symbols(buffer, 0, length);
                sink.segment(buffer, length - 1, weight);
            }
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
