package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.Keys;
import dev.ayatori.corpus.dedup.SketchFiles;
import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.LongMerge;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Walks the keys of all runs in a range and gives the groups of documents that meet under the same hash. */
final class Meetings {
    private final Sketches sketches;
    private final IntPredicate taken;
    private final LongMerge keys;
    private final int least;
    private int[] group = new int[16];
    private int size;
    private boolean more;

    /**
     * The meetings of a range.
     *
     * @param file which file of a run holds its keys
     * @param taken which documents take part
     * @param least how many must meet
     */
    Meetings(Sketches sketches, Function<SketchFiles, Path> file, Range range, IntPredicate taken, int least) {
        this.least = least;
        this.sketches = sketches;
        this.taken = taken;
        this.keys = new LongMerge(sketches.files().stream()
                .map(run -> LongFile.map(file.apply(run), sketches.arena()).range(range.from(), range.below()))
                .toList());
        this.more = keys.advance();
    }

    /** Goes to the next hash under which enough documents stand. */
    boolean next() throws InterruptedException {
        while (more) {
            long hash = Keys.hash(keys.value());
            size = 0;
            while (more && Keys.hash(keys.value()) == hash) {
                add(sketches.first(keys.row()) + Keys.number(keys.value()));
                more = keys.advance();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (size >= least) {
                return true;
            }
        }
        return false;
    }

    private void add(int number) {
        if (taken.test(number) && (size == 0 || group[size - 1] != number)) {
            group = size == group.length ? Arrays.copyOf(group, 2 * size) : group;
            group[size++] = number;
        }
    }

    /** The numbers of the documents, each once. */
    int[] group() {
        return Arrays.stream(group, 0, size).sorted().distinct().toArray();
    }

    /** Keys of {@link Keys} from one on and below another. */
    record Range(long from, long below) {
        static Range of(KeyRange range) {
            List<Long> bounds = Keys.ranges(range.count());
            return new Range(bounds.get(range.number()), bounds.get(range.number() + 1));
        }
    }
}
