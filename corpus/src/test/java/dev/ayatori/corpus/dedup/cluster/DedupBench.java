package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.PassageUnit;
import dev.ayatori.corpus.dedup.ShingleUnit;
import dev.ayatori.corpus.dedup.Shingles;
import dev.ayatori.corpus.dedup.SketchFiles;
import dev.ayatori.corpus.dedup.SketchWriter;
import dev.ayatori.corpus.dedup.Sketched;
import dev.ayatori.corpus.dedup.Sketcher;
import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.corpus.engine.LocalEngine;
import dev.ayatori.corpus.engine.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Takes generated text with planted clusters of duplicates, their sizes by Zipf's law, through the search for duplicates.
 * The text is made where it is needed and never stored; sketches and keys are, below the folder given.
 */
final class DedupBench {
    private static final int CHARACTERS = 2700;
    private static final int PER_RUN = 8192;
    private static final int LARGEST = 5000;
    private static final DuplicateSettings SETTINGS = new DuplicateSettings(
            true,
            PassageUnit.NONE,
            40,
            0,
            PassageUnit.NONE,
            100,
            3,
            ShingleUnit.CHARACTERS,
            5,
            0.8,
            14,
            8,
            0.5,
            0,
            3,
            0.5);

    private final Path folder;
    private final int[] clusterOf;
    private final int clusters;

    private DedupBench(Path folder, int documents) {
        this.folder = folder;
        this.clusterOf = new int[documents];
        Random random = new Random(1);
        int cluster = 0;
        for (int planted = 0; planted < documents; cluster++) {
            int size = (int) Math.min(LARGEST, 1 / (1 - random.nextDouble()));
            for (int copy = 0; copy < size && planted < documents; copy++) {
                clusterOf[planted++] = cluster;
            }
        }
        clusters = cluster;
        for (int i = documents - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = clusterOf[i];
            clusterOf[i] = clusterOf[other];
            clusterOf[other] = swapped;
        }
    }

    /** Arguments: threads, a folder for the work, then sizes in GB of UTF-8. */
    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        for (int i = 2; i < arguments.length; i++) {
            double gigabytes = Double.parseDouble(arguments[i]);
            int documents = (int) (gigabytes * 1e9 / (3.0 * CHARACTERS));
            Path folder = Files.createTempDirectory(Path.of(arguments[1]), "dedup");
            try (var engine = new LocalEngine(new EngineSettings(threads, 0, "", new TreeMap<>()))) {
                new DedupBench(folder, documents).run(engine, gigabytes);
            } finally {
                try (var files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private void run(LocalEngine engine, double gigabytes) throws Exception {
        long wall = System.nanoTime();
        Duration cpu = cpu();
        List<Task> sketching = new ArrayList<>();
        List<SketchFiles> files = new ArrayList<>();
        for (int from = 0; from < clusterOf.length; from += PER_RUN) {
            SketchFiles run = new SketchFiles(folder, "run" + from);
            int begin = from;
            files.add(run);
            sketching.add(() -> new SketchWriter(SETTINGS).write(run, sketch(begin)));
        }
        engine.run(sketching, number -> {});
        Duration sketched = cpu().minus(cpu);
        try (Sketches sketches = Sketches.open(files, SETTINGS);
                Fates fates = Fates.create(folder.resolve("fates"), sketches.size())) {
            DuplicateSearch search = new DuplicateSearch(sketches, SETTINGS);
            int parts = Math.max(8, clusterOf.length / 100_000);
            List<Path> edges = IntStream.range(0, parts)
                    .mapToObj(part -> folder.resolve("edges" + part))
                    .toList();
            engine.run(
                    IntStream.range(0, parts)
                            .mapToObj(part ->
                                    (Task) () -> search.duplicateEdges(new KeyRange(part, parts), edges.get(part)))
                            .toList(),
                    number -> {});
            search.decide(edges, fates);
            double all = cpu().minus(cpu).toMillis() / 1000.0;
            double seconds = (System.nanoTime() - wall) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%.1f GB: %,d documents, %,d clusters, %,d runs; %.1f s wall, %.1f CPU s (%.1f of them text and"
                            + " sketches); %.2f CPU s a GB, %,.0f documents a CPU s; clusters missed: %d%n",
                    gigabytes,
                    clusterOf.length,
                    clusters,
                    files.size(),
                    seconds,
                    all,
                    sketched.toMillis() / 1000.0,
                    all / gigabytes,
                    clusterOf.length / all,
                    missed(sketches, fates));
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private List<Sketched> sketch(int begin) {
        Sketcher sketcher = new Sketcher(SETTINGS);
        List<Sketched> run = new ArrayList<>();
        for (int i = begin; i < Math.min(clusterOf.length, begin + PER_RUN); i++) {
            String text = text(i);
            run.add(new Sketched(i, i, 0, 0, 3L * text.length(), sketcher.sketch(text)));
        }
        return run;
    }

    /** The text of a cluster, changed at five places of the copy's own. */
    private String text(int document) {
        char[] text = new char[CHARACTERS];
        long state = Shingles.mix(clusterOf[document]);
        for (int i = 0; i < CHARACTERS; i++) {
            state = state * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
            text[i] = (char) (0x4E00 + (state >>> 40) % 3000);
        }
        long place = Shingles.mix(~(long) document);
        for (int change = 0; change < 5; change++) {
            place = Shingles.mix(place);
            text[(int) ((place >>> 33) % CHARACTERS)] = (char) (0x3042 + (place & 63));
        }
        return new String(text);
    }

    /** Planted clusters of which not exactly one document is left, or one was removed for a document of another. */
    private int missed(Sketches sketches, Fates fates) {
        int[] kept = new int[clusters];
        boolean[] wrong = new boolean[clusters];
        for (int number = 0; number < sketches.size(); number++) {
            int cluster = clusterOf[(int) sketches.id(number)];
            if (fates.kept(number)) {
                kept[cluster]++;
            } else {
                wrong[cluster] |= clusterOf[(int) fates.original(number)] != cluster;
            }
        }
        return (int) IntStream.range(0, clusters)
                .filter(cluster -> wrong[cluster] || kept[cluster] != 1)
                .count();
    }
}
