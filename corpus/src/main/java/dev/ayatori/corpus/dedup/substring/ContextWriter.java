package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.RecordSorter;
import java.nio.file.Path;

/** Writes the anchors of a partition that only begin like another one, with the chars around them, in sorted files. */
public final class ContextWriter {
    private final int window;
    private final Anchors anchors;
    private final LongCursor open;
    private final RecordSorter<Context> sorter;
    private boolean more;

    /**
     * A writer.
     *
     * @param window chars of the shortest substring that counts
     * @param open the anchors wanted, as {@link Substrings#merge} left them for the partition
     * @param place name of the files before their number
     * @param memory bytes that may be filled
     */
    public ContextWriter(int window, LongCursor open, Path place, long memory) {
        this.window = window;
        this.anchors = new Anchors(window);
        this.open = open;
        int most = (window + Math.min(window, Stretch.MOST_WINDOWS)) * Character.BYTES + 128;
        this.sorter = new RecordSorter<>(place, (int) Math.min(1 << 20, memory / most / 2), Context.Form.FORM);
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
            int begin = (int) (stretch.start() - offset);
            char[] covered = new char[stretch.windows() - 1 + window];
            text.getChars(begin, begin + covered.length, covered, 0);
            sorter.add(new Context(Anchor.key(anchors.first(covered)), owner, open.value(), covered));
            more = open.advance();
        }
    }

    /** Writes the rest; returns how many files there are. */
    public int finish() {
        return sorter.finish();
    }
}
