package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.SketchFiles;
import dev.ayatori.corpus.dedup.SketchWriter;
import dev.ayatori.corpus.dedup.Sketched;
import dev.ayatori.corpus.dedup.Sketcher;
import dev.ayatori.corpus.dedup.Sketches;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes texts through the whole search for duplicates, cut into runs, and tells what became of each. */
final class Runs implements AutoCloseable {
    private final DuplicateSettings settings;
    private final Path folder;
    private final Sketches sketches;
    private final DuplicateSearch search;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Path> edges = new ArrayList<>();
    final Fates fates;

    Runs(Path folder, List<Sketched> documents, int perRun, DuplicateSettings settings) throws InterruptedException {
        this.settings = settings;
        this.folder = folder;
        List<SketchFiles> files = new ArrayList<>();
        for (int from = 0; from < documents.size(); from += perRun) {
            SketchFiles run = new SketchFiles(folder, "run" + from);
            List<Sketched> sorted = new ArrayList<>(documents.subList(from, Math.min(documents.size(), from + perRun)));
            sorted.sort(Comparator.comparingLong(Sketched::id));
            new SketchWriter(settings).write(run, sorted);
            files.add(run);
        }
        sketches = Sketches.open(files, settings);
        search = new DuplicateSearch(sketches, settings);
        for (int number = 0; number < sketches.size(); number++) {
            numbers.put(sketches.id(number), number);
        }
        for (int part = 0; part < 3; part++) {
            edges.add(folder.resolve("edges" + part));
            search.duplicateEdges(new KeyRange(part, 3), edges.get(part));
        }
        fates = Fates.create(folder.resolve("fates"), sketches.size());
        search.decide(edges, fates);
    }

    /** Documents whose ids and ranks are their places. */
    static List<Sketched> sketch(List<String> texts, DuplicateSettings settings) {
        Sketcher sketcher = new Sketcher(settings);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Sketched(
                        i, Sketched.urlHash("file:" + i), 0, 0, texts.get(i).length(), sketcher.sketch(texts.get(i))))
                .toList();
    }

    int number(long id) {
        return java.util.Objects.requireNonNull(numbers.get(id));
    }

    Fate fate(long id) {
        return fates.fate(number(id));
    }

    long original(long id) {
        return fates.original(number(id));
    }

    /** For each id the smallest id of its cluster of duplicates. */
    long[] duplicates() throws InterruptedException {
        return names(search.duplicates(edges));
    }

    /** For each id the smallest id of its cluster of relatives. */
    long[] relatives() throws InterruptedException {
        List<Path> all = new ArrayList<>(edges);
        List<Path> pairs = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            KeyRange range = new KeyRange(part, 2);
            all.add(folder.resolve("related" + part));
            pairs.add(folder.resolve("pairs" + part));
            search.relativeEdges(range, fates, all.getLast());
            search.sharedPairs(range, fates, pairs.getLast());
        }
        return names(search.relatives(all, pairs, folder.resolve("pairs")));
    }

    private long[] names(Clusters clusters) throws InterruptedException {
        long[] names = new long[sketches.size()];
        clusters.forEach(1, root -> {
            long name = clusters.members(root).mapToLong(sketches::id).min().orElseThrow();
            clusters.members(root).forEach(member -> names[(int) sketches.id(member)] = name);
        });
        return names;
    }

    @Override
    public void close() {
        fates.close();
        sketches.close();
    }
}
