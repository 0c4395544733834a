package dev.ayatori.release;

import java.util.List;

/** The names of the files of a release. */
final class ReleaseFiles {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.safetensors";
    static final String TOKENIZER = "tokenizer.json";
    static final String TOKENIZER_CONFIG = "tokenizer_config.json";
    static final String SPECIAL_TOKENS = "special_tokens_map.json";
    static final String CARD = "README.md";
    static final String SCORES = "scores.json";
    static final String DATA = "data-manifest.json";
    static final String MATERIALS = "bill-of-materials.json";
    static final String HASHES = "hashes.json";

    /** Written beside the release by the run it was made in. */
    static final String MANIFEST = "manifest.json";

    static final List<String> OF_TOKENIZER = List.of(TOKENIZER, "tokenizer.model");

    private ReleaseFiles() {}
}
