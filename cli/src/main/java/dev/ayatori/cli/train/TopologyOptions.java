package dev.ayatori.cli.train;

import dev.ayatori.pretrain.Execution;
import dev.ayatori.pretrain.Supervision;
import dev.ayatori.track.launch.ProcessLauncher;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By whom a model is trained: resources, which change no bit of the weights. */
final class TopologyOptions {
    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "worker processes, or GPUs in a plan (default: 1, or WORLD_SIZE with --launcher environment)")
    private int workers;

    @Option(names = "--pipeline", paramLabel = "N", description = "stages that the model is cut in (default: 1)")
    private int pipelineStages = 1;

    @Option(names = "--zero", paramLabel = "STAGE", description = "what workers divide, 0 to 3 (default: 0)")
    private int zeroStage;

    @Option(
            names = "--recompute",
            paramLabel = "N",
            description = "computes each N-th block again in backward, 0 for none (default: as memory asks for)")
    private int recomputeEvery = Execution.AUTOMATIC;

    @Option(names = "--optimizer-on-disk", description = "keeps the moments of AdamW in memory-mapped files")
    private boolean optimizerOnDisk;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "after which a silent worker counts as lost (default: 300)")
    private int timeoutSeconds = 300;

    @Option(
            names = "--restarts",
            paramLabel = "N",
            description = "how often to go on from the last checkpoint after a worker was lost (default: 3)")
    private int restarts = 3;

    @Option(names = "--keep-last", paramLabel = "N", description = "newest checkpoints to keep (default: 0, all)")
    private int keepLast;

    @Option(names = "--keep-every", paramLabel = "STEPS", description = "keeps every checkpoint of such a step")
    private int keepEvery;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LauncherOptions launcher;

    /** What starts the workers. */
    ProcessLauncher launcher() {
        return launcher.open(timeoutSeconds);
    }

    /** Whether another process leads the training in which this one starts a worker. */
    boolean follows() {
        return launcher.isEnvironment()
                && LauncherOptions.environment(timeoutSeconds).rank() > 0;
    }

    private int workers() {
        if (workers != 0) {
            return workers;
        }
        return launcher.isEnvironment()
                ? LauncherOptions.environment(timeoutSeconds).size()
                : 1;
    }

    Execution execution(int threads) {
        return new Execution(
                threads,
                workers(),
                pipelineStages,
                zeroStage,
                recomputeEvery,
                optimizerOnDisk,
                new Supervision(timeoutSeconds, restarts, keepLast, keepEvery));
    }
}
