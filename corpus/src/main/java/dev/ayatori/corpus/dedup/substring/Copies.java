package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.LongMerge;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The copied stretches of a partition's texts, handed out in the order of the texts. */
public final class Copies {
    private final int window;
    private final LongCursor stretches;
    private boolean more;

    /** Of the stretches of a partition. */
    public Copies(int window, LongCursor stretches) {
        this.window = window;
        this.stretches = stretches;
        this.more = stretches.advance();
    }

    /** What sorted files of stretches tell of a partition. */
    public static LongCursor of(List<Path> files, int partition, Arena arena) {
        return new LongMerge(files.stream()
                .map(file -> LongFile.map(file, arena).range(Stretch.first(partition), Stretch.first(partition + 1)))
                .toList());
    }

    /**
     * What of a text stands before it, as few stretches as possible, in their order; of a surrogate pair both halves go, or
     * none.
     *
     * @param offset chars of all texts of the partition before it
     */
    public List<Cut> next(String text, long offset) {
        List<Cut> copies = new ArrayList<>();
        while (more && Stretch.of(stretches.value()).start() < offset + text.length()) {
            Stretch stretch = Stretch.of(stretches.value());
            int from = (int) (stretch.start() - offset);
            int to = from + stretch.windows() - 1 + window;
            if (!copies.isEmpty() && copies.getLast().to() >= from) {
                Cut before = copies.removeLast();
                copies.add(new Cut(Cut.Why.SUBSTRING, before.from(), Math.max(before.to(), to)));
            } else {
                copies.add(new Cut(Cut.Why.SUBSTRING, from, to));
            }
            more = stretches.advance();
        }
        copies.replaceAll(copy -> new Cut(
                copy.why(),
                copy.from() + (divides(text, copy.from()) ? 1 : 0),
                copy.to() - (divides(text, copy.to()) ? 1 : 0)));
        return copies;
    }

    private static boolean divides(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
    }
}
