package dev.ayatori.corpus.language;

import dev.ayatori.corpus.classify.TextClassifier;
import dev.ayatori.corpus.source.PinnedFile;
import java.util.List;

/**
 * A classifier of languages in fastText's format, such as lid.176, GlotLID or one that tells source code.
 *
 * @param address path of a .bin or .ftz, or a web address
 * @param sha256 of its content
 * @param least probability from which its best label counts
 * @param labels which labels count, such as code; empty for all
 */
public record LanguageModel(String address, String sha256, double least, List<String> labels) {
    public LanguageModel {
        labels = List.copyOf(labels);
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("least must be a probability between 0 and 1, but is " + least);
        }
        new PinnedFile(address, sha256);
    }

    TextClassifier classifier() {
        return TextClassifier.pinned(new PinnedFile(address, sha256), "model of languages");
    }
}
