package dev.ayatori.tokenizer.train.unigram;

import dev.ayatori.tokenizer.train.Chunks;
import dev.ayatori.tokenizer.train.text.SegmentTable;
import java.util.List;
import java.util.function.Supplier;

/** What is done with every segment of the text by many threads, each adding to counts of its own. */
abstract sealed class TableWork implements Chunks.Work
        permits ExpectationMaximisation.Expecter, Pruning.BestPathCounter {
    private final SegmentTable.Reader reader;
    private final Lattice lattice;
    private final long[] counts;

    TableWork(SegmentTable text, PieceTrie trie, int pieces) {
        this.reader = text.new Reader();
        this.lattice = new Lattice(trie);
        this.counts = new long[pieces];
    }

    @Override
    public final void run(int from, int to) {
        for (int block = from; block < to; block++) {
            int current = block;
            reader.read(block, block + 1, (codes, length, weight) -> {
                lattice.load(codes, 0, length);
                count(lattice, current, weight, counts);
            });
        }
    }

    /** Looks at one segment, already loaded, and adds what is found to the counts of the pieces. */
    abstract void count(Lattice lattice, int block, long weight, long[] counts);

    /** Lets several such workers do the whole text and adds up what they counted. */
    static long[] sum(SegmentTable text, Chunks chunks, PieceTable pieces, Supplier<? extends TableWork> workers)
            throws InterruptedException {
        List<? extends TableWork> done = chunks.work(text.blocks(), 1, workers);
        long[] sums = new long[pieces.size()];
        for (TableWork worker : done) {
            worker.reader.close();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += worker.counts[i];
            }
        }
        pieces.redirect(sums);
        return sums;
    }
}
