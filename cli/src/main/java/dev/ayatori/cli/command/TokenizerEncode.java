package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.Encoding;
import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.track.Json;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ayatori tokenizer encode}: text to token ids. */
@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        description =
                "Shows the tokens of a text, one line each: id, piece and place; or the ids of each line of a file.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori tokenizer encode \"文字列を変換する\"",
            "  ayatori tokenizer encode --tokenizer model.spm --lines input.txt > ids.txt"
        })
@SuppressWarnings("NullAway.Init")
public final class TokenizerEncode implements Callable<Integer> {
    private record Token(int id, String piece, int start, int end) {}

    @Mixin
    private TokenizerChoice choice;

    @Mixin
    private Output output;

    @Option(names = "--lines", paramLabel = "FILE", description = "encode each line of a file; - is standard input")
    private @Nullable String lines;

    @Option(names = "--symbols", description = "let names such as </s> in the text stand for the symbols")
    private boolean symbols;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "the text")
    private @Nullable String text;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((text == null) == (lines == null)) {
            throw new ParameterException(spec.commandLine(), "give either TEXT or --lines FILE");
        }
        SubwordTokenizer tokenizer = choice.open();
        if (lines != null) {
            encodeLines(tokenizer, lines);
            return 0;
        }
        List<Token> tokens = tokens(tokenizer, TextLines.argument(text == null ? "" : text));
        output.print(
                tokens,
                () -> tokens.stream()
                        .map(token -> "%d\t%s\t%d-%d%n".formatted(token.id, token.piece, token.start, token.end))
                        .collect(Collectors.joining()));
        return 0;
    }

    private List<Token> tokens(SubwordTokenizer tokenizer, String of) {
        Encoding encoding = tokenizer.encodeWithOffsets(of, symbols);
        return IntStream.range(0, encoding.size())
                .mapToObj(i -> new Token(
                        encoding.ids()[i],
                        tokenizer.piece(encoding.ids()[i]),
                        encoding.starts()[i],
                        encoding.ends()[i]))
                .toList();
    }

    private void encodeLines(SubwordTokenizer tokenizer, String file) {
        PrintWriter out = spec.commandLine().getOut();
        TextLines.of(file, line -> {
            int[] ids = symbols ? tokenizer.encodeWithSymbols(line) : tokenizer.encode(line);
            out.println(
                    output.isJson()
                            ? Json.line(ids)
                            : Arrays.stream(ids).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
        });
        out.flush();
    }
}
