package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.deflate.ZlibLength;
import dev.ayatori.corpus.filter.view.TextView;

/**
 * How small zlib makes the text, as the corpus of LLM-jp judges it (llm-jp-corpus v1.0.1, scripts/filters.py): prose
 * neither repeats itself nor is noise. Bytes out over bytes in at level 9, zlib's frame of six bytes counted.
 */
public record Compression(Bounds bounds) implements Filter {
    private static final ThreadLocal<ZlibLength> ZLIB =
            ThreadLocal.withInitial(() -> new ZlibLength(ZlibLength.Level.NINE));

    @Override
    public String name() {
        return "compression";
    }

    @Override
    public double measure(TextView view) {
        byte[] plain = view.utf8();
        return plain.length == 0 ? 0 : (double) ZLIB.get().of(plain) / plain.length;
    }
}
