package dev.ayatori.cli.train;

import dev.ayatori.cli.command.MachineOptions;
import dev.ayatori.cli.command.MemorySize;
import dev.ayatori.cli.command.Output;
import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.pretrain.Pretrain;
import dev.ayatori.pretrain.PretrainSettings;
import dev.ayatori.pretrain.WorkerLauncher;
import dev.ayatori.pretrain.meter.MetricNames;
import dev.ayatori.pretrain.plan.CapacityReport;
import dev.ayatori.pretrain.plan.ModelLayout;
import dev.ayatori.pretrain.plan.Workload;
import dev.ayatori.tokenizer.TokenizerSettings;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Production;
import dev.ayatori.track.RunFolder;
import dev.ayatori.track.launch.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ayatori pretrain}: a model by itself, laid out, planned or trained. */
@Command(
        name = "pretrain",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the model of a recipe on the tokenizer and shards of its run.",
            "A training that was stopped goes on from its last checkpoint."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ayatori pretrain --recipe recipes/quickstart.yaml",
            "  ayatori pretrain --recipe recipes/llm-jp-13b.yaml --meta",
            "  srun ayatori pretrain --recipe RECIPE --launcher environment --runs /shared/runs",
            "  ayatori pretrain --recipe RECIPE --launcher spark --master spark://HOST:7077 --workers 2"
                    + " --runs /shared/runs",
            "  ayatori pretrain --recipe recipes/llm-jp-13b.yaml --plan --workers 96 --pipeline 8 --zero 1"
                    + " --recompute 0 --memory 40g"
        })
@SuppressWarnings("NullAway.Init")
public final class PretrainCommand implements Callable<Integer> {
    @Option(names = "--recipe", paramLabel = "FILE", required = true, description = "a YAML file with the settings")
    private Path recipe;

    @Option(names = "--meta", description = "lays out shapes and counts without memory, and trains nothing")
    private boolean meta;

    @Option(names = "--plan", description = "tells the memory that each worker needs, and trains nothing")
    private boolean plan;

    @Option(names = "--memory", paramLabel = "SIZE", description = "of one worker, for --plan to compare with (40g)")
    private String memory = "";

    @Option(names = "--runs", paramLabel = "DIR", description = "the folder of runs (default: runs)")
    private Path runs = Path.of("runs");

    @Option(
            names = "--metric-names",
            paramLabel = "WHOSE",
            description = "ayatori, or llm-jp: what LLM-jp's branch of Megatron-DeepSpeed says (default: ayatori)")
    private String names = "ayatori";

    @Mixin
    private TopologyOptions topology;

    @Mixin
    private MachineOptions machine;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Recipe read = Recipe.read(recipe, Recipe.STAGES);
        PretrainSettings settings = read.settings("pretrain", PretrainSettings.defaults());
        int pieces = read.settings("tokenizer", TokenizerSettings.defaults()).vocabularySize();
        if (meta) {
            ModelLayout layout = ModelLayout.of(settings.model().shape(pieces));
            output.print(layout, layout::text);
        }
        if (plan) {
            tell(settings.workload(pieces));
        }
        if (!meta && !plan) {
            try (ProcessLauncher launcher = topology.launcher()) {
                if (topology.follows()) {
                    follow(read, launcher);
                } else {
                    train(read, settings, launcher);
                }
            }
        }
        return 0;
    }

    private void tell(Workload work) {
        int threads = machine.resources().threads();
        CapacityReport report =
                CapacityReport.of(work, topology.execution(threads).topology(work));
        output.print(report, report::text);
        if (!memory.isEmpty()) {
            report.requireWorker(MemorySize.of("--memory", memory));
        }
    }

    private void follow(Recipe read, ProcessLauncher launcher) throws IOException, InterruptedException {
        new WorkerLauncher(output.progress(), MetricSink.none(), launcher)
                .follow(
                        RunFolder.inProgress(runs, read.name(), "pretrain"),
                        topology.execution(machine.resources().threads()));
    }

    private void train(Recipe read, PretrainSettings settings, ProcessLauncher launcher) throws InterruptedException {
        try (RunFolder run = RunFolder.lock(runs, read.name())) {
            Pretrain stage = new Pretrain(settings, topology::execution, launcher, MetricNames.of(names));
            Production done = run.produce(stage, machine.resources(), output.progress());
            Result result = Result.of(done);
            output.print(result, result::text);
        }
    }

    /** What was trained. */
    private record Result(String folder, String contentHash, boolean upToDate, double seconds) {
        static Result of(Production trained) {
            return new Result(
                    trained.artifact().folder().toString(),
                    trained.artifact().contentHash(),
                    trained.upToDate(),
                    trained.time().toMillis() / 1000.0);
        }

        String text() {
            return "%s %s in %.1f s, content hash %s%n"
                    .formatted(folder, upToDate ? "up to date" : "trained", seconds, contentHash);
        }
    }
}
