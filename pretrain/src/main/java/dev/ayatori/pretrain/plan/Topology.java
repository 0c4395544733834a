package dev.ayatori.pretrain.plan;

/**
 * Who computes, and what is traded for memory.
 *
 * @param workers processes
 * @param pipelineStages in how many stages the model is cut, a divisor of the workers
 * @param zeroStage what data-parallel workers divide, 0 to 3
 * @param recomputeEvery each how many-th block is computed again in backward, 0 for none
 * @param optimizerOnDisk whether the moments lie in memory-mapped files
 * @param lanesAtOnce lanes computed at the same time in one process
 */
public record Topology(
        int workers, int pipelineStages, int zeroStage, int recomputeEvery, boolean optimizerOnDisk, int lanesAtOnce) {

    /** Checks that the stages divide the workers. */
    public Topology {
        require(workers >= 1, "workers must be at least 1, but is " + workers);
        require(
                pipelineStages >= 1 && workers % pipelineStages == 0,
                "pipelineStages must divide workers (" + workers + "), but is " + pipelineStages);
        require(zeroStage >= 0 && zeroStage <= 3, "zeroStage must be between 0 and 3, but is " + zeroStage);
        require(
                pipelineStages == 1 || zeroStage <= 1,
                "zeroStage must be 0 or 1 with more than one pipeline stage, but is " + zeroStage);
        require(recomputeEvery >= 0, "recomputeEvery must be at least 0, but is " + recomputeEvery);
        require(lanesAtOnce >= 1, "lanesAtOnce must be at least 1, but is " + lanesAtOnce);
    }

    /** Workers that compute the same sections. */
    public int dataRanks() {
        return workers / pipelineStages;
    }

    Topology withZeroStage(int stage) {
        return new Topology(workers, pipelineStages, stage, recomputeEvery, optimizerOnDisk, lanesAtOnce);
    }

    /** The same with each how many-th block computed again. */
    public Topology withRecompute(int every) {
        return new Topology(workers, pipelineStages, zeroStage, every, optimizerOnDisk, lanesAtOnce);
    }

    Topology withOptimizerOnDisk() {
        return new Topology(workers, pipelineStages, zeroStage, recomputeEvery, true, lanesAtOnce);
    }

    Topology withLanesAtOnce(int lanes) {
        return new Topology(workers, pipelineStages, zeroStage, recomputeEvery, optimizerOnDisk, lanes);
    }

    /** What differs from another, in words of the command line. */
    String changesFrom(Topology other) {
        StringBuilder changes = new StringBuilder();
        if (recomputeEvery != other.recomputeEvery) {
            changes.append(" --recompute ").append(recomputeEvery);
        }
        if (zeroStage != other.zeroStage) {
            changes.append(" --zero ").append(zeroStage);
        }
        if (lanesAtOnce != other.lanesAtOnce) {
            changes.append(" --threads ").append(lanesAtOnce);
        }
        if (optimizerOnDisk != other.optimizerOnDisk) {
            changes.append(" --optimizer-on-disk");
        }
        return changes.toString().strip();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
