package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.deflate.ZlibLength;
import dev.ayatori.corpus.filter.view.TextView;

/**
 * How small zlib makes the text, as the corpus of LLM-jp judges it (llm-jp-corpus v1.0.1, scripts/filters.py): prose
 * neither repeats itself nor is noise. Bytes out over bytes in at level 9, zlib's frame of six bytes counted.
 */
final class Compression implements Filter {
    private final Bounds bounds;
    /** Its tables are large: each thread makes them once. */
    private final ThreadLocal<ZlibLength> zlib = ThreadLocal.withInitial(() -> new ZlibLength(ZlibLength.Level.NINE));

    Compression(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public String name() {
        return "compression";
    }

    @Override
    public Bounds bounds() {
        return bounds;
    }

    @Override
    public double measure(TextView view) {
        byte[] plain = view.utf8();
        return plain.length == 0 ? 0 : (double) zlib.get().of(plain) / plain.length;
    }
}
