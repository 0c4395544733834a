package dev.ayatori.pretrain;

import dev.ayatori.pretrain.check.Require;
import dev.ayatori.pretrain.plan.CapacityPlan;
import dev.ayatori.pretrain.plan.Topology;
import dev.ayatori.pretrain.plan.Workload;
import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.ZeroStage;

/**
 * How a training is carried out. Nothing here changes a bit of the result, but for how often checkpoints are kept.
 *
 * <p>Rank r of the workers computes pipeline stage r / d on the lanes of data rank r % d, where d is workers /
 * pipelineStages.
 *
 * @param threads lanes computed at the same time where there is one worker; more workers compute on one thread each
 * @param workers processes
 * @param pipelineStages in how many stages the model is cut, a divisor of the workers
 * @param zeroStage what data-parallel workers divide, 0 to 3; 0 or 1 with more than one pipeline stage
 * @param recomputeEvery each how many-th block is computed again in backward, 0 for none, {@link #AUTOMATIC} to fit
 * @param optimizerOnDisk whether the moments of AdamW lie in memory-mapped files instead of memory
 * @param supervision what happens when workers are lost, and what is kept
 */
public record Execution(
        int threads,
        int workers,
        int pipelineStages,
        int zeroStage,
        int recomputeEvery,
        boolean optimizerOnDisk,
        Supervision supervision) {

    /** Blocks are computed again only where their activations would not fit. */
    public static final int AUTOMATIC = -1;

    /** Activations of a worker below this many bytes are kept rather than computed twice. */
    private static final long ACTIVATION_BUDGET = 2L << 30;

    /** Checks every number. */
    public Execution {
        Require.that(threads >= 1, "threads must be at least 1", threads);
        Require.that(workers >= 1, "workers must be at least 1", workers);
        Require.that(
                pipelineStages >= 1 && workers % pipelineStages == 0,
                "pipelineStages must divide workers (" + workers + ")",
                pipelineStages);
        Require.that(
                workers / pipelineStages <= FlatSection.PIECES,
                "data-parallel workers (workers / pipelineStages) must be at most " + FlatSection.PIECES
                        + ", since sections are cut in so many pieces and the others would hold none; cut the model in"
                        + " more pipeline stages",
                workers / pipelineStages);
        Require.that(zeroStage >= 0 && zeroStage <= 3, "zeroStage must be between 0 and 3", zeroStage);
        Require.that(
                pipelineStages == 1 || zeroStage <= 1,
                "zeroStage must be 0 or 1 with " + pipelineStages
                        + " pipeline stages: every micro-batch would send all weights or gradients again",
                zeroStage);
        Require.that(recomputeEvery >= AUTOMATIC, "recomputeEvery must be at least -1", recomputeEvery);
    }

    /** One worker with so many threads. */
    public static Execution ofThreads(int threads) {
        return new Execution(threads, 1, 1, 0, AUTOMATIC, false, Supervision.defaults());
    }

    /** The same by other workers. */
    public Execution withWorkers(int workers, int pipelineStages, int zeroStage) {
        return new Execution(threads, workers, pipelineStages, zeroStage, recomputeEvery, optimizerOnDisk, supervision);
    }

    /** The same with each how many-th block computed again. */
    public Execution withRecompute(int every) {
        return new Execution(threads, workers, pipelineStages, zeroStage, every, optimizerOnDisk, supervision);
    }

    /** The same with the moments of AdamW in memory-mapped files. */
    public Execution withOptimizerOnDisk() {
        return new Execution(threads, workers, pipelineStages, zeroStage, recomputeEvery, true, supervision);
    }

    /** Workers that compute the same sections. */
    int dataRanks() {
        return workers / pipelineStages;
    }

    ZeroStage zero() {
        return ZeroStage.of(zeroStage);
    }

    /** Lanes computed at the same time in one process. */
    int lanesAtOnce() {
        return workers == 1 ? threads : 1;
    }

    /** How many lanes a data rank computes: a whole, equal subtree of the sum. */
    int lanesOfRank(int lanes) {
        int own = lanes / dataRanks();
        Require.that(
                lanes % dataRanks() == 0 && (Integer.bitCount(own) == 1 || dataRanks() == 1),
                "lanes must be the number of data-parallel workers (" + dataRanks() + ") times a power of two",
                lanes);
        return own;
    }

    /** The same as plans know it, with what is automatic chosen: blocks are computed again where they keep too much. */
    public Topology topology(Workload work) {
        Topology kept = new Topology(
                workers,
                pipelineStages,
                zeroStage,
                Math.max(0, recomputeEvery),
                optimizerOnDisk,
                Math.min(lanesAtOnce(), work.lanes()));
        boolean tooMuch = new CapacityPlan(work, kept).largest().activations() > ACTIVATION_BUDGET;
        return recomputeEvery == AUTOMATIC && tooMuch ? kept.withRecompute(1) : kept;
    }
}
