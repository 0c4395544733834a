package dev.ayatori.release;

/**
 * One thing that is wrong with a release.
 *
 * @param file the file it concerns, relative to the release folder
 * @param problem what is wrong, with the expected and the found value
 */
public record Finding(String file, String problem) {
    @Override
    public String toString() {
        return file + ": " + problem;
    }
}
