package dev.ayatori.cli;

import dev.ayatori.cli.command.MachineOptions;
import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.corpus.takedown.TakedownList;
import dev.ayatori.track.Production;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.Stage;
import dev.ayatori.track.terminal.NearestWord;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ayatori run}: one recipe, all stages. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Walks the stages of a recipe. What is up to date is skipped, what was interrupted goes on.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori run recipes/quickstart.yaml",
            "  ayatori run recipes/quickstart.yaml --from tune --to evaluate"
        })
@SuppressWarnings("NullAway.Init")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECIPE", description = "a YAML file that names the settings of the stages")
    private Path recipe;

    @Option(names = "--from", paramLabel = "STAGE", description = "build this stage and those after it again")
    private String from = "";

    @Option(names = "--to", paramLabel = "STAGE", description = "end with this stage")
    private String to = Recipe.STAGES.getLast();

    @Option(names = "--runs", paramLabel = "DIR", description = "the folder of runs (default: runs)")
    private Path runs = Path.of("runs");

    @Mixin
    private MachineOptions machine;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Pipeline.Part part = new Pipeline.Part(from.isEmpty() ? "" : stage(from), stage(to));
        Recipe read = Recipe.read(recipe, Recipe.STAGES);
        List<Stage> stages = Pipeline.stages(read, TakedownList.of(runs));
        try (RunFolder run = RunFolder.lock(runs, read.name())) {
            List<Production> done = Pipeline.run(stages, part, run, machine.resources(), output.progress());
            output.print(done.stream().map(StageTable.Line::of).toList(), () -> StageTable.text(done));
        }
        return 0;
    }

    private String stage(String name) {
        if (!Recipe.STAGES.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no stage \"" + name + "\"" + NearestWord.hint(name, Recipe.STAGES));
        }
        return name;
    }
}
