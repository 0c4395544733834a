package dev.ayatori.corpus.source;

/**
 * A jar, zip or folder of this machine.
 *
 * @param name the collection's name, carried by each of its documents
 * @param licence SPDX identifier of all of it
 * @param path the jar, zip or folder, relative to where the program runs
 * @param sha256 of the jar, or of the folder's sorted file names and contents; empty takes it as it is now
 */
public record FileCollection(String name, String licence, String path, String sha256) {
    public FileCollection {
        MavenCollection.checkNamed(name, licence);
        if (path.isBlank()) {
            throw new IllegalArgumentException("the path of collection \"" + name + "\" must not be empty");
        }
        if (!sha256.isEmpty()) {
            MavenCollection.checkSha256(path, sha256);
        }
    }

    String uri() {
        return "file:" + path.replace('\\', '/');
    }
}
