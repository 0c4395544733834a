package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ayatori tokenizer}: text to token ids and back. */
@Command(
        name = "tokenizer",
        mixinStandardHelpOptions = true,
        description = "Learns vocabularies, turns text into token ids, and back.",
        subcommands = TrainVocabulary.class,
        footerHeading = "%nExamples:%n",
        footer = {"  ayatori tokenizer encode \"文字列を変換する\"", "  ayatori tokenizer decode 412 87 2905"})
public final class TokenizerCommand extends CommandGroup {
    private record Token(int id, String piece) {}

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the tokens of a text, one line each: id and piece.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori tokenizer encode \"文字列を変換する\"")
    int encode(@Mixin RunOptions run, @Mixin Output output, @Parameters(paramLabel = "TEXT") String text) {
        Tokenizer tokenizer = Tokenizers.of(run.artifact("tokenizer"));
        List<Token> tokens = Arrays.stream(tokenizer.encode(text))
                .mapToObj(id -> new Token(id, tokenizer.piece(id)))
                .toList();
        output.print(
                tokens,
                () -> tokens.stream()
                        .map(token -> token.id() + "\t" + token.piece() + "\n")
                        .collect(Collectors.joining()));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the text of token ids.",
            footerHeading = "%nExample:%n",
            footer = "  ayatori tokenizer decode 412 87 2905")
    int decode(@Mixin RunOptions run, @Mixin Output output, @Parameters(arity = "1..*", paramLabel = "ID") int[] ids) {
        Tokenizer tokenizer = Tokenizers.of(run.artifact("tokenizer"));
        for (int id : ids) {
            if (id < 0 || id >= tokenizer.vocabularySize()) {
                throw new IllegalArgumentException(
                        "there is no token %d: ids go from 0 to %d".formatted(id, tokenizer.vocabularySize() - 1));
            }
        }
        String text = tokenizer.decode(ids);
        output.print(Map.of("text", text), () -> text);
        return 0;
    }
}
