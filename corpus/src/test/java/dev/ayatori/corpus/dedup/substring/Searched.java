package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.spill.RecordSorter;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes texts through all steps of the search for substrings; the owner of a text is its place in the list.
 *
 * @param folder of the work; each search needs its own
 * @param partitions how many there are, which take turns in the list
 * @param parts how many parts of the keys there are
 * @param memory bytes of a step
 */
record Searched(Path folder, int window, int partitions, int parts, long memory) {
    /** The copies in each text. */
    List<List<Cut>> copies(List<String> texts) throws InterruptedException {
        List<Path> anchors = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            anchors.addAll(anchors(partition, texts));
        }
        for (int part = 0; part < parts; part++) {
            Substrings.merge(anchors, new KeyRange(part, parts), file("merged", part), file("open", part));
        }
        List<Path> contexts = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            contexts.addAll(contexts(partition, texts));
        }
        for (int part = 0; part < parts; part++) {
            Substrings.compare(window, contexts, new KeyRange(part, parts), file("compared", part), memory);
        }
        List<List<Cut>> copies = new ArrayList<>();
        texts.forEach(text -> copies.add(List.of()));
        for (int partition = 0; partition < partitions; partition++) {
            copies(partition, texts, copies);
        }
        return copies;
    }

    private Path file(String kind, int number) {
        return folder.resolve(kind + number);
    }

    private List<Path> files(String kind) {
        return IntStream.range(0, parts).mapToObj(part -> file(kind, part)).toList();
    }

    private List<Path> anchors(int partition, List<String> texts) {
        Path place = file("anchors", partition);
        try (AnchorWriter writer = new AnchorWriter(window, partition, place, file("own", partition), memory)) {
            long offset = 0;
            for (int i = partition; i < texts.size(); i += partitions) {
                writer.add(texts.get(i), i, offset);
                offset += texts.get(i).length();
            }
            return RecordSorter.names(place.toString(), writer.finish())
                    .map(Path::of)
                    .toList();
        }
    }

    private List<Path> contexts(int partition, List<String> texts) {
        Path place = file("contexts", partition);
        try (Arena arena = Arena.ofConfined()) {
            ContextWriter writer = new ContextWriter(window, Copies.of(files("open"), partition, arena), place, memory);
            long offset = 0;
            for (int i = partition; i < texts.size(); i += partitions) {
                if (writer.wants(offset + texts.get(i).length())) {
                    writer.add(texts.get(i), i, offset);
                }
                offset += texts.get(i).length();
            }
            return RecordSorter.names(place.toString(), writer.finish())
                    .map(Path::of)
                    .toList();
        }
    }

    private void copies(int partition, List<String> texts, List<List<Cut>> into) {
        try (Arena arena = Arena.ofConfined()) {
            List<Path> all = Stream.of(List.of(file("own", partition)), files("merged"), files("compared"))
                    .flatMap(List::stream)
                    .toList();
            Copies copies = new Copies(window, Copies.of(all, partition, arena));
            long offset = 0;
            for (int i = partition; i < texts.size(); i += partitions) {
                into.set(i, copies.next(texts.get(i), offset));
                offset += texts.get(i).length();
            }
        }
    }
}
