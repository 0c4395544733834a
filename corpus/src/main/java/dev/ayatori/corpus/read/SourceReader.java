package dev.ayatori.corpus.read;

import java.nio.file.Path;

/** Streams the pages of a sources artifact: sources in the order of their uri, pages in the order of their path. */
public final class SourceReader {
    private SourceReader() {}

    /**
     * Reads every page of every source.
     *
     * @param sources folder of a finished sources artifact
     */
    public static void read(Path sources, PageSink sink) {
        throw new UnsupportedOperationException("reading sources is not there yet: " + sources);
    }
}
