package dev.ayatori.cli.command;

import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.terminal.LineProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command tells its result: text for people or JSON for machines, on standard output. */
@SuppressWarnings("NullAway.Init")
public final class Output {
    @Option(names = "--json", description = "print JSON for machines")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Prints a result. */
    public void print(Object forMachines, Supplier<String> forPeople) {
        String text = json ? Json.pretty(forMachines) : forPeople.get();
        PrintWriter out = spec.commandLine().getOut();
        out.print(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
        out.flush();
    }

    /** Whether JSON is wanted, for commands that print line by line. */
    public boolean isJson() {
        return json;
    }

    /** Progress on standard error: live on a terminal, plain lines elsewhere. */
    public Progress progress() {
        Console console = System.console();
        return console != null && console.isTerminal() ? LineProgress.live(System.err) : LineProgress.plain(System.err);
    }
}
