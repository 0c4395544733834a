package dev.ayatori.track;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A finished, published result of a stage: a folder with its manifest. */
public record Artifact(Path folder, Manifest manifest) {
    /** Opens the artifact in a folder by its manifest; {@link #verify} looks at the files. */
    public static Artifact open(Path folder) {
        return new Artifact(folder, Manifest.read(folder));
    }

    public String name() {
        return manifest.name();
    }

    public String contentHash() {
        return manifest.contentHash();
    }

    /** A file of the artifact by its relative path; it must be there. */
    public Path file(String relative) {
        Path file = folder.resolve(relative);
        if (!Files.exists(file)) {
            throw new AyatoriException(file + " is missing; " + remedy(folder));
        }
        return file;
    }

    /** The settings the artifact was made with; those that its version did not know yet are as in {@code defaults}. */
    @SuppressWarnings("unchecked")
    public <S extends Record> S settings(S defaults) {
        ObjectNode all = (ObjectNode) Json.tree(defaults);
        overlay(all, manifest.settings());
        try {
            return (S) Json.fromTree(all, defaults.getClass());
        } catch (JacksonException e) {
            throw new AyatoriException(
                    "the settings of %s are those of another version: %s; %s"
                            .formatted(folder, e.getOriginalMessage(), remedy(folder)),
                    e);
        }
    }

    private static void overlay(ObjectNode under, JsonNode over) {
        over.properties().forEach(entry -> {
            if (under.get(entry.getKey()) instanceof ObjectNode below
                    && entry.getValue().isObject()) {
                overlay(below, entry.getValue());
            } else {
                under.set(entry.getKey(), entry.getValue());
            }
        });
    }

    /** Reads every file and compares size and SHA-256 with the manifest; the first that differs is named. */
    public void verify() {
        FileHashes.verify(this);
    }

    static String remedy(Path folder) {
        return "`ayatori run RECIPE --from %s` rebuilds it".formatted(folder.getFileName());
    }
}
