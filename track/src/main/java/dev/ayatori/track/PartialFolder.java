package dev.ayatori.track;

/** The folder {@code NAME.partial} in which a stage works until its artifact is published. */
final class PartialFolder {
    static final String KEY_FILE = "partial.json";

    private PartialFolder() {}
}
