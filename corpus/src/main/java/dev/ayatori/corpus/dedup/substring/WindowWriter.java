package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.RecordSorter;
import java.nio.file.Path;

/** Writes the windows of those anchors of a partition that only begin like another one, in sorted files. */
public final class WindowWriter {
    private static final int WINDOW_BYTES = 2 * Long.BYTES;

    private final Anchors anchors;
    private final LongCursor open;
    private final RecordSorter<Windows> sorter;
    private boolean more;

    /**
     * A writer.
     *
     * @param window chars of the shortest substring that counts
     * @param open the anchors wanted, as {@link Substrings#merge} left them for the partition
     * @param place name of the files before their number
     * @param memory bytes that may be filled
     */
    public WindowWriter(int window, LongCursor open, Path place, long memory) {
        this.anchors = new Anchors(window);
        this.open = open;
        int most = (Math.min(window, Stretch.MOST_WINDOWS) + 4) * WINDOW_BYTES;
        this.sorter = new RecordSorter<>(place, (int) Math.min(1 << 20, memory / most / 2), Windows.Form.FORM);
        this.more = open.advance();
    }

    /** Whether the text that ends at this place holds an anchor that is wanted; asked in the order of the texts. */
    public boolean wants(long end) {
        return more && Stretch.of(open.value()).start() < end;
    }

    /** Adds a text, as it was added to the {@link AnchorWriter}. */
    public void add(String text, long owner, long offset) {
        while (wants(offset + text.length())) {
            Stretch stretch = Stretch.of(open.value());
            Anchors.Hashed hashed = anchors.windows(text, (int) (stretch.start() - offset), stretch.windows());
            sorter.add(new Windows(Anchor.key(hashed.anchor()), owner, open.value(), hashed.windows()));
            more = open.advance();
        }
    }

    /** Writes the rest; returns how many files there are. */
    public int finish() {
        return sorter.finish();
    }
}
