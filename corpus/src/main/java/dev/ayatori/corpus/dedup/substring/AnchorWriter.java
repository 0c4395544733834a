package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.spill.LongSorter;
import dev.ayatori.corpus.spill.RecordSorter;
import java.nio.file.Path;

/**
 * Writes the anchors of a partition's texts in sorted files.
 *
 * <p>What an anchor covers may stand before it in the same text, again and again where a text is periodic. The last
 * anchors of the text are remembered, by their hashes, and such a copy is written down at once.
 */
public final class AnchorWriter implements AutoCloseable {
    private static final int REMEMBERED = 256;

    private final Anchors anchors;
    private final int window;
    private final int partition;
    private final RecordSorter<Anchor> sorter;
    private final LongSorter copies;
    private final Anchor[] last = new Anchor[REMEMBERED];

    /**
     * A writer.
     *
     * @param window chars of the shortest substring that counts
     * @param partition number of the partition
     * @param place name of the files of anchors before their number
     * @param copies file of the copies found in the texts themselves
     * @param memory bytes that may be filled
     */
    public AnchorWriter(int window, int partition, Path place, Path copies, long memory) {
        this.anchors = new Anchors(window);
        this.window = window;
        this.partition = partition;
        this.sorter = new RecordSorter<>(place, (int) Math.min(1 << 20, memory / 256), Anchor.Form.FORM);
        this.copies = new LongSorter(copies, (int) Math.min(1 << 20, memory / 64));
        java.util.Arrays.fill(last, new Anchor(0, 0, 0, 0, -1));
    }

    /**
     * Adds a text.
     *
     * @param owner what tells which of several texts keeps its copy
     * @param offset chars of all texts of the partition before it
     */
    public void add(String text, long owner, long offset) {
        if (text.length() < window) {
            return;
        }
        anchors.of(text, (hash, first, second, start, windows) -> {
            long place = new Stretch(partition, offset + start, windows).packed();
            Anchor anchor = new Anchor(Anchor.key(hash), first, second, owner, place);
            int slot = (int) hash & REMEMBERED - 1;
            if (last[slot].covers(anchor) && Stretch.of(last[slot].place()).start() >= offset) {
                copies.add(place);
            } else {
                last[slot] = anchor;
                sorter.add(anchor);
            }
        });
    }

    /** Writes the rest; returns how many files of anchors there are. */
    public int finish() {
        copies.finish();
        return sorter.finish();
    }

    @Override
    public void close() {
        copies.close();
    }
}
