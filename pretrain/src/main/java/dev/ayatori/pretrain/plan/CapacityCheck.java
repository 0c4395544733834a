package dev.ayatori.pretrain.plan;

import dev.ayatori.track.AyatoriException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what a training needs with what there is, before anything runs. */
public final class CapacityCheck {

    /** A worker's virtual machine and native libraries beside its tensors: a round guess, not measured. */
    static final long PROCESS = 400L << 20;

    private CapacityCheck() {}

    /** Refuses a training whose workers, all on this machine, or whose files do not fit; tells what they need. */
    public static String require(Workload work, Topology topology, Machine machine, int checkpoints) {
        CapacityPlan plan = new CapacityPlan(work, topology);
        long needed = onOneMachine(plan);
        if (needed > machine.memory()) {
            throw new AyatoriException("too little memory: the training needs %s (%d x %s), but %s are available. %s"
                    .formatted(
                            inUnits(needed),
                            topology.workers(),
                            parts(plan.largest()),
                            inUnits(machine.memory()),
                            advice(work, topology, machine)));
        }
        long files = plan.diskBytes(checkpoints);
        if (files > machine.disk()) {
            throw new AyatoriException(
                    "too little disk: %d checkpoints of %s and the model need %s, but %s are free. Keep fewer checkpoints, or write to another disk."
                            .formatted(
                                    checkpoints,
                                    inUnits(plan.checkpointBytes()),
                                    inUnits(files),
                                    inUnits(machine.disk())));
        }
        return "needs %s of %s memory (a worker: %s) and up to %s of %s disk"
                .formatted(
                        inUnits(needed),
                        inUnits(machine.memory()),
                        parts(plan.largest()),
                        inUnits(files),
                        inUnits(machine.disk()));
    }

    private static long onOneMachine(CapacityPlan plan) {
        return plan.total() + PROCESS * plan.topology().workers();
    }

    private static String advice(Workload work, Topology topology, Machine machine) {
        return nearest(work, topology, machine)
                .map(found -> "The nearest setting that fits: %s (%s)."
                        .formatted(found.changesFrom(topology), inUnits(onOneMachine(new CapacityPlan(work, found)))))
                .orElse("No setting of this machine fits: choose a smaller model, context or microBatch.");
    }

    /** The topology that fits with the fewest changes; of equally many, those that cost least time. */
    static Optional<Topology> nearest(Workload work, Topology topology, Machine machine) {
        List<Topology> candidates = new ArrayList<>(List.of(topology));
        for (Topology each : List.copyOf(candidates)) {
            candidates.add(each.withRecompute(1));
        }
        int strongest = topology.pipelineStages() > 1 ? 1 : topology.dataRanks() > 1 ? 3 : 0;
        for (Topology each : List.copyOf(candidates)) {
            for (int stage = topology.zeroStage() + 1; stage <= strongest; stage++) {
                candidates.add(each.withZeroStage(stage));
            }
        }
        for (Topology each : List.copyOf(candidates)) {
            for (int lanes = topology.lanesAtOnce() / 2; lanes >= 1; lanes /= 2) {
                candidates.add(each.withLanesAtOnce(lanes));
            }
        }
        for (Topology each : List.copyOf(candidates)) {
            candidates.add(each.withOptimizerOnDisk());
        }
        return candidates.stream()
                .filter(each -> onOneMachine(new CapacityPlan(work, each)) <= machine.memory())
                .findFirst();
    }

    private static String parts(WorkerMemory memory) {
        return memory.parts().entrySet().stream()
                .map(part -> part.getKey() + " " + inUnits(part.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Bytes in units of 2^30, or of 2^20 where they are few. */
    static String inUnits(long bytes) {
        if (bytes == Long.MAX_VALUE) {
            return "an unknown amount";
        }
        return bytes < 100L << 20
                ? String.format(Locale.ROOT, "%.1f MiB", (double) bytes / (1L << 20))
                : String.format(Locale.ROOT, "%.2f GiB", (double) bytes / (1L << 30));
    }
}
