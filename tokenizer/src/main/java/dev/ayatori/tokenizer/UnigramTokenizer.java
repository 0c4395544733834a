package dev.ayatori.tokenizer;

import java.nio.file.Path;

/** A Unigram vocabulary (Kudo 2018) that encodes by the best path. */
public final class UnigramTokenizer {

    private UnigramTokenizer() {}

    /** Reads a Hugging Face {@code tokenizer.json} as this module writes it. */
    public static UnigramTokenizer read(Path tokenizerJson) {
        throw new UnsupportedOperationException("not written yet: " + tokenizerJson);
    }
}
