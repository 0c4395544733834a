package dev.ayatori.cli.command;

import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ayatori tokenizer decode}: token ids to text. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Shows the text of token ids, or of the ids on each line of a file.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori tokenizer decode 412 87 2905",
            "  ayatori tokenizer decode --tokenizer model.spm --lines ids.txt"
        })
@SuppressWarnings("NullAway.Init")
public final class TokenizerDecode implements Callable<Integer> {
    @Mixin
    private TokenizerChoice choice;

    @Mixin
    private Output output;

    @Option(names = "--lines", paramLabel = "FILE", description = "decode each line of a file; - is standard input")
    private @Nullable String lines;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "the ids")
    private int[] ids = {};

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((ids.length == 0) == (lines == null)) {
            throw new ParameterException(spec.commandLine(), "give either IDs or --lines FILE");
        }
        SubwordTokenizer tokenizer = choice.open();
        if (lines != null) {
            decodeLines(tokenizer, lines);
            return 0;
        }
        String text = tokenizer.decode(checked(tokenizer, ids));
        output.print(Map.of("text", text), () -> text);
        return 0;
    }

    private void decodeLines(SubwordTokenizer tokenizer, String file) {
        PrintWriter out = spec.commandLine().getOut();
        TextLines.of(file, line -> {
            String text = tokenizer.decode(checked(tokenizer, ids(line)));
            out.println(output.isJson() ? Json.line(text) : text);
        });
        out.flush();
    }

    private static int[] ids(String line) {
        try {
            return Arrays.stream(line.strip().split("[\\s,\\[\\]]+"))
                    .filter(id -> !id.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new AyatoriException("a line must hold ids such as 412 87, but is '" + line + "'", e);
        }
    }

    private static int[] checked(SubwordTokenizer tokenizer, int[] ids) {
        for (int id : ids) {
            if (id < 0 || id >= tokenizer.vocabularySize()) {
                throw new IllegalArgumentException(
                        "there is no token %d: ids go from 0 to %d".formatted(id, tokenizer.vocabularySize() - 1));
            }
        }
        return ids;
    }
}
