package dev.ayatori.cli;

import dev.ayatori.cli.command.CleanCommand;
import dev.ayatori.cli.command.DoctorCommand;
import dev.ayatori.cli.command.ReleaseCommand;
import dev.ayatori.cli.command.SearchCommand;
import dev.ayatori.cli.command.ServeCommand;
import dev.ayatori.cli.command.TokenizerCommand;
import dev.ayatori.cli.command.TrackCommand;
import dev.ayatori.cli.command.Version;
import dev.ayatori.cli.corpus.CorpusCommand;
import dev.ayatori.cli.train.PretrainCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "ayatori",
        description = "Builds an open large language model end to end, and keeps the thread from page to answer.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            CorpusCommand.class,
            TokenizerCommand.class,
            PretrainCommand.class,
            SearchCommand.class,
            TrackCommand.class,
            ReleaseCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            CleanCommand.class
        },
        footerHeading = "%nExample:%n",
        footer = "  ayatori run recipes/quickstart.yaml")
public final class Main {
    /** Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 misuse, 130 interrupted. */
    public static void main(String[] arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(Interruption.guard(() -> commandLine().execute(arguments)));
    }

    /** The whole command line, ready to parse and execute. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // a broken line of an example could not be pasted
                .setUsageHelpWidth(124)
                .setParameterExceptionHandler(Errors::misuse)
                .setExecutionExceptionHandler(Errors::failure);
    }
}
