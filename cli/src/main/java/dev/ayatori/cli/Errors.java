package dev.ayatori.cli;

import dev.ayatori.cli.recipe.RecipeException;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.terminal.NearestWord;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when a command fails: one message that says what to do, and no stack trace but for a defect. */
final class Errors {
    static final int INTERRUPTED = 130;

    private Errors() {}

    /** Misuse of the command line: the message, the nearest match, where help is. */
    static int misuse(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println("ayatori: " + message(error, command));
        err.println("`" + name + " --help` shows how to use it");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException error, CommandLine command) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            List<String> commands = List.copyOf(command.getSubcommands().keySet());
            Optional<String> meant = word.startsWith("-")
                    ? NearestWord.to(word, command.getCommandSpec().optionsMap().keySet())
                    : NearestWord.to(word, commands);
            String kind = word.startsWith("-") ? "option" : commands.isEmpty() ? "argument" : "command";
            return "unknown %s \"%s\"%s"
                    .formatted(
                            kind,
                            word,
                            meant.map("; did you mean \"%s\"?"::formatted).orElse(""));
        }
        if (error.getClass() == ParameterException.class
                && !command.getSubcommands().isEmpty()) {
            return "%s needs one of: %s"
                    .formatted(
                            command.getCommandSpec().qualifiedName(),
                            String.join(", ", command.getSubcommands().keySet()));
        }
        return String.valueOf(error.getMessage());
    }

    /** A command that failed. */
    static int failure(Exception error, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (error instanceof InterruptedException) {
            err.println("ayatori: interrupted; finished artifacts are kept, the same command goes on from here");
            return INTERRUPTED;
        }
        err.println("ayatori: " + told(error));
        if (isDefect(error) || System.getenv("AYATORI_DEBUG") != null) {
            error.printStackTrace(err);
        }
        err.flush();
        return error instanceof RecipeException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private static String told(Exception error) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        return isDefect(error) ? "this is a defect of Ayatori, please report it: " + message : message;
    }

    private static boolean isDefect(Exception error) {
        return !(error instanceof AyatoriException
                || error instanceof IllegalArgumentException
                || error instanceof UncheckedIOException);
    }
}
