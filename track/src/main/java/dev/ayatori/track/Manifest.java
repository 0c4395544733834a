package dev.ayatori.track;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The {@code manifest.json} of an artifact: what it is, what it was made from and what its files must be.
 *
 * @param name the stage's name
 * @param formatVersion of the manifest itself, now {@value #FORMAT_VERSION}
 * @param revision the stage's revision
 * @param settings the stage's settings record
 * @param recordsHash the stage's hash over its canonical records
 * @param contentHash see {@link #contentHashOf}
 * @param recorded how it came about; not hashed
 */
public record Manifest(
        String name,
        int formatVersion,
        int revision,
        List<Input> inputs,
        JsonNode settings,
        List<StoredFile> files,
        Map<String, Long> counts,
        String recordsHash,
        String contentHash,
        Recorded recorded) {

    public static final int FORMAT_VERSION = 1;
    static final String FILE = "manifest.json";

    public Manifest {
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    static Manifest of(StageKey key, StageResult result, List<StoredFile> files, Recorded recorded) {
        return new Manifest(
                key.name(),
                FORMAT_VERSION,
                key.revision(),
                key.inputs(),
                key.settings(),
                files,
                result.counts(),
                result.recordsHash(),
                contentHashOf(key, result.recordsHash()),
                recorded);
    }

    /** The hash that names a result: over kind, revision, settings, inputs and canonical records, and nothing else. */
    static String contentHashOf(StageKey key, String recordsHash) {
        ContentHasher hasher = ContentHasher.create().text(key.name()).number(key.revision());
        hasher.text(Json.canonical(key.settings())).number(key.inputs().size());
        key.inputs().forEach(input -> hasher.text(input.name()).text(input.contentHash()));
        return hasher.text(recordsHash).hex();
    }

    StageKey key() {
        return new StageKey(name, revision, settings, inputs);
    }

    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new AyatoriException(
                    folder + " is no finished artifact: it has no " + FILE + "; `ayatori run RECIPE` builds it");
        }
        JsonNode tree = tree(file);
        int version = tree.path("formatVersion").asInt(0);
        if (version != FORMAT_VERSION) {
            throw new AyatoriException("%s: manifest format version %d, but this Ayatori reads version %d only; %s"
                    .formatted(file, version, FORMAT_VERSION, Artifact.remedy(folder)));
        }
        try {
            return Json.fromTree(tree, Manifest.class);
        } catch (JacksonException | NullPointerException e) {
            throw corrupted(file, e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return Json.read(file, JsonNode.class);
        } catch (AyatoriException e) {
            throw corrupted(file, e);
        }
    }

    private static AyatoriException corrupted(Path file, RuntimeException cause) {
        return new AyatoriException(
                file + " is corrupted: it is not the JSON of a manifest; " + Artifact.remedy(file.resolveSibling("")),
                cause);
    }
}
