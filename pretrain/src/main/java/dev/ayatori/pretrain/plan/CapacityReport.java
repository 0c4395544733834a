package dev.ayatori.pretrain.plan;

import dev.ayatori.model.ModelShape;
import dev.ayatori.track.AyatoriException;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * A plan in numbers, for people and machines.
 *
 * @param shape of the model
 * @param parameters trained values
 * @param topology who computes
 * @param stages bytes of a worker of each pipeline stage
 * @param largest bytes of the worker that needs most
 * @param checkpoint bytes of one checkpoint
 */
public record CapacityReport(
        ModelShape shape,
        long parameters,
        Topology topology,
        List<WorkerMemory> stages,
        long largest,
        long checkpoint) {

    /** The report of a plan. */
    public static CapacityReport of(Workload work, Topology topology) {
        CapacityPlan plan = new CapacityPlan(work, topology);
        return new CapacityReport(
                work.shape(),
                work.shape().parameters(),
                topology,
                plan.stages(),
                plan.largest().total(),
                plan.checkpointBytes());
    }

    /** The report as a table: one column for each part, one line for each pipeline stage. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d parameters on %d workers: %d pipeline stages x %d data-parallel, ZeRO stage %d, recompute %s%s%n",
                parameters,
                topology.workers(),
                topology.pipelineStages(),
                topology.dataRanks(),
                topology.zeroStage(),
                topology.recomputeEvery() == 0 ? "off" : "every " + topology.recomputeEvery(),
                topology.optimizerOnDisk() ? ", moments on disk" : ""));
        text.append(String.format("%-8s", "stage"));
        stages.getFirst().parts().keySet().forEach(part -> text.append(String.format("%14s", part)));
        text.append(String.format("%14s%n", "a worker"));
        for (int stage = 0; stage < stages.size(); stage++) {
            text.append(String.format("%-8d", stage));
            SequencedMap<String, Long> parts = stages.get(stage).parts();
            parts.values().forEach(bytes -> text.append(String.format("%14s", CapacityCheck.inUnits(bytes))));
            text.append(String.format(
                    "%14s%n", CapacityCheck.inUnits(stages.get(stage).total())));
        }
        return text.append(String.format(
                        "largest worker %s, one checkpoint %s%n",
                        CapacityCheck.inUnits(largest), CapacityCheck.inUnits(checkpoint)))
                .toString();
    }

    /** Refuses a plan whose largest worker needs more than there is. */
    public void requireWorker(long memory) {
        if (largest > memory) {
            throw new AyatoriException("too little memory: the largest worker needs "
                    + CapacityCheck.inUnits(largest) + ", but has " + CapacityCheck.inUnits(memory)
                    + "; recompute blocks, cut the model in more pipeline stages, raise the ZeRO stage or add workers");
        }
    }
}
