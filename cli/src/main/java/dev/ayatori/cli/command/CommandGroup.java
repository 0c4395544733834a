package dev.ayatori.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only groups others: called alone it is misuse. */
@SuppressWarnings("NullAway.Init")
public abstract sealed class CommandGroup implements Callable<Integer>
        permits CorpusCommand, ClassifierCommand, TokenizerCommand, SearchCommand, TrackCommand, ReleaseCommand {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "%s needs one of: %s"
                        .formatted(
                                spec.qualifiedName(),
                                String.join(", ", spec.subcommands().keySet())));
    }
}
