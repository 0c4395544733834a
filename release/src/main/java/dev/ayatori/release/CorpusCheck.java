package dev.ayatori.release;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.publish.Shard;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads every record of a published corpus again and holds it against what its manifest and card say. */
final class CorpusCheck {
    private final Path folder;
    private final CorpusManifest manifest;
    private final List<Finding> findings;
    private final CorpusManifest.Contents contents = new CorpusManifest.Contents();

    private CorpusCheck(Path folder, CorpusManifest manifest, List<Finding> findings) {
        this.folder = folder;
        this.manifest = manifest;
        this.findings = findings;
    }

    /** Whether a folder holds a published corpus. */
    static boolean applies(Path folder) {
        return Files.isRegularFile(folder.resolve(CorpusManifest.FILE));
    }

    static void addFindings(Path folder, List<Finding> findings) {
        try {
            CorpusManifest manifest = Json.read(folder.resolve(CorpusManifest.FILE), CorpusManifest.class);
            new CorpusCheck(folder, manifest, findings).check();
        } catch (AyatoriException | NullPointerException e) {
            findings.add(new Finding(CorpusManifest.FILE, "cannot be read: " + e.getMessage()));
        }
    }

    private void check() {
        Tally total = Tally.NONE;
        boolean all = true;
        for (Shard claimed : manifest.shards()) {
            Optional<Shard> found = read(claimed.name());
            all &= found.isPresent();
            total = total.plus(found.map(Shard::tally).orElse(Tally.NONE));
            if (found.isPresent() && !found.get().equals(claimed)) {
                findings.add(new Finding(
                        claimed.name(),
                        "holds " + told(found.get()) + ", but " + CorpusManifest.FILE + " says " + told(claimed)));
            }
        }
        if (all) {
            checkSums(total);
        }
        checkFiles();
        checkCard();
    }

    private void checkSums(Tally total) {
        var claimed = CorpusManifest.byLicence(manifest.contents());
        var found = CorpusManifest.byLicence(contents.counted());
        var names = new TreeSet<>(claimed.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            check("contents of " + name, claimed.getOrDefault(name, Tally.NONE), found.getOrDefault(name, Tally.NONE));
        }
        check("statistics.kept", manifest.statistics().kept(), total);
        Tally removed = manifest.statistics().removed().values().stream().reduce(Tally.NONE, Tally::plus);
        // bytes differ where kept texts are edited
        long read = manifest.statistics().read().documents();
        if (read != total.documents() + removed.documents()) {
            findings.add(new Finding(
                    CorpusManifest.FILE,
                    "statistics.read says %,d documents, but kept and removed come to %,d"
                            .formatted(read, total.documents() + removed.documents())));
        }
    }

    private static String told(Shard shard) {
        return "%s (hash of the records %s)"
                .formatted(told(shard.tally()), shard.recordsHash().substring(0, 12));
    }

    private static String told(Tally tally) {
        return "%,d documents with %,d bytes".formatted(tally.documents(), tally.bytes());
    }

    /** Nothing where the file is missing, which its hash tells, or cannot be read. */
    private Optional<Shard> read(String name) {
        if (Thread.currentThread().isInterrupted()) {
            throw new AyatoriException("the check was interrupted");
        }
        if (!Files.exists(folder.resolve(name))) {
            return Optional.empty();
        }
        Shard.Sum sum = new Shard.Sum();
        String[] last = {""};
        try (Stream<Document> documents = manifest.format().read(folder.resolve(name))) {
            documents.forEachOrdered(document -> {
                if (document.id().compareTo(last[0]) <= 0) {
                    findings.add(new Finding(name, "has document " + document.id() + " behind " + last[0]));
                }
                if (!name.startsWith("data/" + document.split().label() + "-")) {
                    findings.add(new Finding(name, "has document " + document.id() + " of another split"));
                }
                last[0] = document.id();
                sum.add(document);
                contents.add(document);
            });
        } catch (RuntimeException e) {
            findings.add(new Finding(name, "cannot be read: " + e.getMessage()));
            return Optional.empty();
        }
        return Optional.of(sum.of(name));
    }

    private void check(String what, Tally claimed, Tally found) {
        if (!claimed.equals(found)) {
            findings.add(new Finding(
                    CorpusManifest.FILE, what + " says " + told(claimed) + ", but the records come to " + told(found)));
        }
    }

    private void checkFiles() {
        var expected = new TreeSet<>(List.of(CorpusManifest.FILE, ReleaseFiles.CARD));
        manifest.shards().forEach(shard -> expected.add(shard.name()));
        for (String name : ReleaseHashes.names(folder)) {
            if (!expected.contains(name)) {
                findings.add(new Finding(name, "is not among the files of " + CorpusManifest.FILE));
            }
        }
    }

    private void checkCard() {
        try {
            String card = Files.readString(folder.resolve(ReleaseFiles.CARD));
            if (!card.equals(new CorpusCard(manifest).render())) {
                findings.add(new Finding(ReleaseFiles.CARD, "does not say what " + CorpusManifest.FILE + " says"));
            }
        } catch (IOException e) {
            findings.add(new Finding(ReleaseFiles.CARD, "cannot be read: " + e.getMessage()));
        }
    }
}
