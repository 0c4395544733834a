package dev.ayatori.corpus.dedup;

import java.nio.file.Path;

/**
 * The files in which the sketches of one run of documents stand, in the order of their ids.
 *
 * @param folder where the files stand
 * @param name of the run
 */
public record SketchFiles(Path folder, String name) {
    Path sketches() {
        return folder.resolve(name + ".sketches");
    }

    /** Keys under which duplicates meet. */
    public Path duplicates() {
        return folder.resolve(name + ".duplicates");
    }

    /** Keys under which relatives meet. */
    public Path relatives() {
        return folder.resolve(name + ".relatives");
    }

    /** Fingerprints and who has them. */
    public Path fingerprints() {
        return folder.resolve(name + ".fingerprints");
    }
}
