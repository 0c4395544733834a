package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.format.RoleNames;
import dev.ayatori.tokenizer.format.TokenizerFiles;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Artifact;
import java.nio.file.Path;

/** Opens tokenizers. */
public final class Tokenizers {
    private Tokenizers() {}

    /** The tokenizer of a finished artifact. */
    public static SubwordTokenizer of(Artifact tokenizer) {
        return read(tokenizer.folder());
    }

    /** The tokenizer of a vocabulary of ours; see {@link HuggingFaceTokenizer}. */
    public static SubwordTokenizer of(Vocabulary vocabulary) {
        return new SubwordTokenizer(HuggingFaceTokenizer.file(vocabulary).pipeline(RoleNames.NONE));
    }

    /**
     * Reads a file of any format, or a folder that holds one; what it is shows in its content.
     *
     * @param path a {@code tokenizer.json}, SentencePiece model, {@code vocab.json} with {@code merges.txt} beside it, or
     *     tiktoken file
     */
    public static SubwordTokenizer read(Path path) {
        return new SubwordTokenizer(TokenizerFiles.read(path));
    }
}
