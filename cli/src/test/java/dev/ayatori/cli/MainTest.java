package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(execute("corups")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown command \"corups\"; did you mean \"corpus\"?");
        assertThat(execute("run", "x.yaml", "--fron", "tune")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown option \"--fron\"; did you mean \"--from\"?");
        assertThat(execute("run", "x.yaml", "--to", "evalute")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no stage \"evalute\"; did you mean \"evaluate\"?");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("ayatori needs one of: run, corpus,");
        assertThat(execute("run")).isEqualTo(2);
        assertThat(err.toString()).contains("RECIPE");
        assertThat(execute("search")).isEqualTo(2);
        assertThat(err.toString()).contains("needs one of: count, find, text, trace");
    }

    @Test
    void tellsARecipeThatIsNotThereWithoutAStackTrace() {
        assertThat(execute("run", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no recipe").doesNotContain("\tat ");
    }

    @Test
    void failsWithOneLineWhenThereIsNoRun() {
        String runs = folder.resolve("none").toString();
        assertThat(execute("track", "list", "--runs", runs)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no folder of runs").doesNotContain("\tat ");
    }

    @Test
    void givesEveryCommandHelpWithAnExample() {
        assertHelp(Main.commandLine());
    }

    private void assertHelp(CommandLine command) {
        String help = command.getUsageMessage();
        assertThat(help).as(command.getCommandName()).contains("Example").contains("--help");
        assertThat(command.getCommandSpec().usageMessage().footer())
                .as("an example of %s must be one line, or it cannot be pasted", command.getCommandName())
                .allSatisfy(line -> assertThat(help.lines()).contains(line));
        command.getSubcommands().values().forEach(this::assertHelp);
    }

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
