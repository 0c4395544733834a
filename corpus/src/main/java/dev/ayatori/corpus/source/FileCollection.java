package dev.ayatori.corpus.source;

/**
 * A file or folder of this machine.
 *
 * @param name the collection's name, carried by each of its documents
 * @param licence SPDX identifier of all of it
 * @param path the file or folder, relative to where the program runs
 * @param sha256 of the file, or of the folder's sorted file names and contents; empty takes it as it is now
 * @param reading how its files are read
 */
public record FileCollection(String name, String licence, String path, String sha256, ReadSettings reading) {
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
