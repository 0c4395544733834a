package dev.ayatori.cli.command;

import dev.ayatori.track.Production;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The run that a vocabulary is made in, outside of a recipe. */
final class VocabularyRun {
    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "the run; files go into DIR/tokenizer")
    private Path output = Path.of("");

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Mixin
    private Output out = new Output();

    /** Makes the vocabulary, or tells that it is there already. */
    void make(Stage stage) throws IOException, InterruptedException {
        Path folder = output.toAbsolutePath().normalize();
        try (RunFolder run =
                RunFolder.lock(folder.resolveSibling(""), folder.getFileName().toString())) {
            Production production = run.produce(stage, machine.resources(), out.progress());
            out.print(
                    production.artifact().manifest(),
                    () -> production.artifact().folder()
                            + (production.upToDate() ? " is up to date" : " holds the vocabulary"));
        }
    }
}
