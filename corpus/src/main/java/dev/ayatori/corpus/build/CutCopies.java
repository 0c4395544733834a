package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.draft.Draft;
import dev.ayatori.corpus.build.draft.Partition;
import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.Passages;
import dev.ayatori.corpus.dedup.similar.SimilarPassages;
import dev.ayatori.corpus.dedup.substring.Copies;
import java.io.Serializable;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes out of a partition's drafts, in their order, what stands in the corpus before; source code keeps all. */
final class CutCopies implements AutoCloseable {
    private final List<String> ranking;
    private final Passages.Table passages;
    private final Arena arena = Arena.ofConfined();
    private final Copies substrings;
    private final SimilarPassages.Copies similar;

    /**
     * What was compared.
     *
     * @param passages names of the parts of the table of passages; none when passages are not compared
     * @param similar names of the parts in which similar passages were found; none when they are not looked for
     * @param substrings names of the parts in which substrings were compared; none when they are not
     */
    record Compared(List<String> passages, List<String> similar, List<String> substrings) implements Serializable {}

    CutCopies(Job job, Partition partition, Compared compared) {
        this.ranking = job.ranking();
        DuplicateSettings settings = job.settings().duplicates();
        this.passages = MergePassages.table(job, compared.passages());
        List<Path> files = compared.substrings().isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(ReadPages.copies(job, partition)),
                                compared.substrings().stream()
                                        .flatMap(part -> Stream.of(MergeAnchors.STEP, CompareWindows.STEP)
                                                .map(step -> job.file(step.name(), part + ReadPages.COPIES))))
                        .toList();
        this.substrings = new Copies(settings.substringCharacters(), Copies.of(files, partition.number(), arena));
        List<Path> found = job.files(
                CompareSimilar.STEP,
                compared.similar().stream().map(part -> part + ReadPages.COPIES).toList());
        this.similar = new SimilarPassages(settings).new Copies(Copies.of(found, partition.number(), arena));
    }

    /**
     * The draft without copies.
     *
     * @param end characters of the partition's drafts up to the end of this one
     */
    Draft cut(Draft draft, long end) {
        if (draft.isCode()) {
            return draft;
        }
        List<Cut> cuts = new ArrayList<>(passages.cuts(draft.text(), draft.owner(ranking)));
        long offset = end - draft.text().length();
        cuts.addAll(similar.next(draft.text(), offset));
        cuts.addAll(substrings.next(draft.text(), offset));
        return draft.without(cuts);
    }

    @Override
    public void close() {
        passages.close();
        arena.close();
    }
}
