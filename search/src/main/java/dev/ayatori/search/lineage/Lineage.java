package dev.ayatori.search.lineage;

import dev.ayatori.corpus.DocumentTable;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.publish.Publications;
import dev.ayatori.corpus.source.SourceList;
import dev.ayatori.corpus.source.StoredSource;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.shards.PlacedDocument;
import dev.ayatori.shards.ReadingOrder;
import dev.ayatori.shards.Shards;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Follows documents through the artifacts of a run. An artifact belongs to the corpus when its inputs, or theirs, have the
 * corpus's content hash; one made from an older corpus cannot be asked and is named as such.
 */
public final class Lineage {
    private static final int SHOWN = 20;

    private final Path run;
    private final Set<String> ids;
    private final Map<String, Artifact> artifacts = new TreeMap<>();
    private final List<Sighting> sightings = new ArrayList<>();

    private Lineage(Path run, Set<String> ids) {
        this.run = run;
        this.ids = ids;
        for (String stage : List.of(
                "sources", "corpus", "tokenizer", "shards", "pretrain", "tune", "evaluate", "index", "release")) {
            Path folder = run.resolve(stage);
            if (Files.exists(folder.resolve("manifest.json"))) {
                artifacts.put(stage, Artifact.open(folder));
            }
        }
    }

    /** Every artifact of a run that has seen one of these documents, in the order of the stages. */
    public static List<Sighting> of(Path run, Set<String> ids) {
        Lineage lineage = new Lineage(run, ids);
        lineage.follow();
        return lineage.sightings;
    }

    /** What has seen one of these documents in any run of a folder that has a corpus, in the order of the runs' names. */
    public static List<Sighting> inAll(Path runs, Set<String> ids) {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(run -> Files.exists(run.resolve("corpus/manifest.json")))
                    .sorted()
                    .flatMap(run -> of(run, ids).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + runs + ": " + e.getMessage(), e);
        }
    }

    private void follow() {
        Artifact corpus = Optional.ofNullable(artifacts.get("corpus"))
                .orElseThrow(() -> new AyatoriException("there is no corpus in " + run));
        boolean kept = corpus(corpus);
        published(corpus, kept);
        later("tokenizer", kept, "may have learned pieces from it");
        List<PlacedDocument> places = shards(kept);
        boolean trained = pretrain(places);
        later("tune", trained, "its weights come from a model that read it");
        later("evaluate", trained, "its scores are of a model that read it");
        later("index", !places.isEmpty(), "holds its text");
        later("release", trained, "its weights come from a model that read it");
    }

    /** Names the files, raw and Parquet; tells whether any of the documents was kept. */
    private boolean corpus(Artifact corpus) {
        boolean kept = false;
        for (String table : List.of(DocumentTable.DOCUMENTS, DocumentTable.REMOVED)) {
            for (Path file : ParquetTable.files(corpus.folder(), table)) {
                for (String id : ids) {
                    Optional<Row> row = row(file, id);
                    if (row.isPresent()) {
                        raw(row.get(), id);
                        add(corpus, file.getFileName() + ", " + id);
                        kept |= table.equals(DocumentTable.DOCUMENTS);
                    }
                }
            }
        }
        return kept;
    }

    private void published(Artifact corpus, boolean kept) {
        for (Publications.Publication each : Publications.of(run).all()) {
            boolean same = each.contentHash().equals(corpus.contentHash());
            if (kept || !same) {
                add(
                        "published",
                        each.contentHash(),
                        each.folder()
                                + (!same
                                        ? " was made from another corpus than the one here, and cannot be asked"
                                        : Files.exists(each.folder())
                                                ? " holds its text"
                                                : " held its text, and is not there any more"));
            }
        }
    }

    private static Optional<Row> row(Path file, String id) {
        try (Stream<Row> rows = ParquetTable.readWhere(file, "id", id)) {
            return rows.findFirst();
        }
    }

    /** The raw file that its address names; where it names none, all files of its collection. */
    private void raw(Row document, String id) {
        Artifact sources = artifacts.get("sources");
        if (sources == null) {
            return;
        }
        String collection = document.text("collection");
        List<StoredSource> all = SourceList.read(sources.folder()).sources().stream()
                .filter(source -> source.collection().equals(collection))
                .toList();
        List<StoredSource> named = all.stream()
                .filter(source -> document.text("uri").startsWith(source.uri() + "!/"))
                .toList();
        named.forEach(source -> add(sources, "files/" + source.file() + " of " + collection + " holds it raw, " + id));
        if (named.isEmpty()) {
            all.forEach(
                    source -> add(sources, "files/" + source.file() + " of " + collection + " may hold it raw, " + id));
        }
    }

    private List<PlacedDocument> shards(boolean kept) {
        Artifact artifact = artifacts.get("shards");
        if (artifact == null || !kept || !descends(artifact)) {
            later("shards", false, "");
            return List.of();
        }
        try (Shards shards = Shards.open(artifact)) {
            List<PlacedDocument> places = shards.documents().stream()
                    .filter(place -> ids.contains(place.id()))
                    .toList();
            places.forEach(place -> add(
                    artifact,
                    String.format(
                            Locale.ROOT,
                            "%s, tokens %,d to %,d, %s",
                            place.file(),
                            place.firstToken(),
                            place.endToken() - 1,
                            place.id())));
            return places;
        }
    }

    /** Tells the steps; whether there are any. */
    private boolean pretrain(List<PlacedDocument> places) {
        Artifact artifact = artifacts.get("pretrain");
        if (artifact == null || places.isEmpty() || !descends(artifact)) {
            later("pretrain", false, "");
            return false;
        }
        ReadingOrder order = ReadingOrder.read(artifact.file("order.json"));
        boolean read = false;
        try (Shards shards = Shards.open(run.resolve("shards"))) {
            for (PlacedDocument place : places) {
                int[] steps = steps(shards, order, place);
                read |= steps.length > 0;
                if (steps.length > 0) {
                    add(artifact, "read at " + told(steps) + ", " + place.id());
                }
            }
        }
        return read;
    }

    private static int[] steps(Shards shards, ReadingOrder order, PlacedDocument place) {
        boolean reads = order.order().folds().stream()
                .flatMap(fold -> fold.sources().stream())
                .anyMatch(source -> source.file().equals(place.file()));
        if (!reads || place.split() == Split.VALIDATION) {
            return new int[0];
        }
        long[] sequences = shards.layout(place.file(), order.packing(), order.context())
                .sequencesHolding(place.firstToken(), place.endToken());
        return order.order().stepsReading(place.file(), sequences);
    }

    private static String told(int[] steps) {
        String list = String.join(
                ", ",
                Arrays.stream(steps).limit(SHOWN).mapToObj(Integer::toString).toList());
        return steps.length == 1
                ? "step " + list
                : String.format(
                        Locale.ROOT, "%,d steps: %s%s", steps.length, list, steps.length > SHOWN ? ", ..." : "");
    }

    private void later(String stage, boolean saw, String what) {
        Artifact artifact = artifacts.get(stage);
        if (artifact == null) {
            return;
        }
        if (!descends(artifact)) {
            add(artifact, "was made from another corpus than the one here, and cannot be asked");
        } else if (saw) {
            add(artifact, what);
        }
    }

    private boolean descends(Artifact artifact) {
        return artifact.manifest().inputs().stream().anyMatch(input -> {
            Artifact parent = artifacts.get(input.name());
            return parent != null
                    && parent.contentHash().equals(input.contentHash())
                    && (input.name().equals("corpus") || descends(parent));
        });
    }

    private void add(Artifact artifact, String place) {
        add(artifact.name(), artifact.contentHash(), place);
    }

    private void add(String artifact, String contentHash, String place) {
        sightings.add(new Sighting(run.getFileName().toString(), artifact, contentHash, place));
    }
}
