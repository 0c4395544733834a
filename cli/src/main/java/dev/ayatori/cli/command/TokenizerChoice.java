package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which tokenizer a command uses: a file of any format, or a run's. */
@SuppressWarnings("NullAway.Init")
public final class TokenizerChoice {
    @Option(
            names = "--tokenizer",
            paramLabel = "PATH",
            description =
                    "a tokenizer.json, SentencePiece model, vocab.json with merges.txt, tiktoken file, or a folder with"
                            + " one (default: the run's)")
    private @Nullable Path path;

    @Mixin
    private RunOptions run;

    SubwordTokenizer open() {
        return path == null ? Tokenizers.of(run.artifact("tokenizer")) : Tokenizers.read(path);
    }
}
