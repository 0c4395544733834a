package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.spill.LongSorter;
import dev.ayatori.corpus.spill.RecordMerge;
import java.nio.file.Path;
import java.util.List;

/**
 * Exact substrings that stand in the corpus before, in the sense of Lee et al. (2022), "Deduplicating training data makes
 * language models better": texts have an order (that of their owners), a window of L chars is a copy where the same chars
 * stand at an earlier place, of an earlier text or earlier in the same one, and every char in a copy is one too.
 *
 * <p>Lee et al. sort all suffixes, which takes 8 bytes and many comparisons for each byte, and much more of both where long
 * texts stand in the corpus again and again. Here windows meet through their anchors, of which there is one in about a
 * quarter of a window: anchors with the same windows around them make copies at once, however many there are, and only
 * anchors that differ somewhere in their windows have them compared one by one. Every step takes time in proportion to the
 * text, whatever is in it, but for the sorting of files.
 *
 * <p>Windows are taken for equal when two hashes of 61 bits agree. In a corpus of 10^12 chars (10^24 pairs) with windows of
 * 200 the probability that this is wrong anywhere is below 10^-8.
 */
public final class Substrings {
    /** Longs that one sorter holds in memory. */
    private static final int SORTED = 1 << 20;

    /** Windows that are compared at a time. */
    private static final int FEWEST = 64;

    private static final int MOST = 1 << 26;

    private Substrings() {}

    /**
     * Brings the anchors of a part of the keys together.
     *
     * @param files of all {@link AnchorWriter}s
     * @param copies where the anchors go of which an earlier one has all windows
     * @param open where the others go that do not stand alone with their key: their windows must be compared
     */
    public static void merge(List<Path> files, KeyRange range, Path copies, Path open) throws InterruptedException {
        try (RecordMerge<Anchor> anchors = new RecordMerge<>(files, Anchor.Form.FORM, range.from());
                LongSorter copied = new LongSorter(copies, SORTED);
                LongSorter opened = new LongSorter(open, SORTED)) {
            while (anchors.more() && range.holds(anchors.peek().key())) {
                checkInterrupted();
                Anchor first = anchors.take();
                boolean alone = true;
                while (anchors.more() && anchors.peek().key() == first.key()) {
                    Anchor next = anchors.take();
                    if (next.covers(first)) {
                        copied.add(next.place());
                    } else {
                        opened.add(first.place());
                        first = next;
                        alone = false;
                    }
                }
                if (!alone) {
                    opened.add(first.place());
                }
            }
            copied.finish();
            opened.finish();
        }
    }

    /**
     * Tells which windows of a part of the keys are copies.
     *
     * @param window chars of the shortest substring that counts
     * @param files of all {@link ContextWriter}s
     * @param copies where they go
     * @param memory bytes that the windows of one anchor may fill; where there are more, they are gone through several times
     */
    public static void compare(int window, List<Path> files, KeyRange range, Path copies, long memory)
            throws InterruptedException {
        int limit = (int) Math.clamp(memory / 128, FEWEST, MOST);
        try (RecordMerge<Context> contexts = new RecordMerge<>(files, Context.Form.FORM, range.from());
                LongSorter copied = new LongSorter(copies, SORTED)) {
            Comparison comparison = new Comparison(window, limit, copied);
            while (contexts.more() && range.holds(contexts.peek().key())) {
                checkInterrupted();
                long key = contexts.peek().key();
                comparison.first(contexts);
                while (comparison.more()) {
                    try (RecordMerge<Context> again = new RecordMerge<>(files, Context.Form.FORM, key)) {
                        comparison.next(again);
                    }
                }
            }
            copied.finish();
        }
    }

    private static void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
