package dev.ayatori.search.fulltext;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Lucene's advice on JVM flags for vector search, which is not used here, off the user's terminal. */
final class LuceneMessages {
    /** Held, because the platform forgets the level of a logger that nobody holds. */
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private LuceneMessages() {}

    static void quiet() {
        VECTORS.setLevel(Level.SEVERE);
    }
}
