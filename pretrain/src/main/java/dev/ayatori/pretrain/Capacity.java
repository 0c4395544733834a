package dev.ayatori.pretrain;

import dev.ayatori.pretrain.plan.CapacityCheck;
import dev.ayatori.pretrain.plan.Machine;
import dev.ayatori.pretrain.plan.Workload;
import java.nio.file.Path;

/** Tells what a job needs before its workers start, and refuses one that does not fit this machine. */
final class Capacity {

    private Capacity() {}

    /** What is known of other machines is the disk that they share. */
    static String require(TrainingJob job, boolean onThisMachine) {
        Machine here = Machine.here(Path.of(job.folder()));
        return require(job, onThisMachine ? here : new Machine(Long.MAX_VALUE, here.disk()));
    }

    static String require(TrainingJob job, Machine machine) {
        Workload work = job.workload();
        return CapacityCheck.require(work, job.execution().topology(work), machine, checkpoints(job));
    }

    private static int checkpoints(TrainingJob job) {
        int written = (job.plan().steps() - 1) / job.plan().checkpointEvery();
        int kept = job.execution().supervision().keepLast();
        return kept == 0 || job.execution().supervision().keepEvery() > 0 ? written : Math.min(written, kept);
    }
}
