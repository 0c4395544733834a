package dev.ayatori.corpus.read;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file inside a source.
 *
 * @param path its path inside the source, with {@code /} between the parts
 * @param opening gives its bytes
 */
record Entry(String path, Opening opening) {
    /** Opens an entry's bytes. */
    interface Opening {
        InputStream open() throws IOException;
    }
}
