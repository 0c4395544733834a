package dev.ayatori.pretrain.plan;

import dev.ayatori.model.Section;
import dev.ayatori.pretrain.shard.FlatSection;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of every worker of a training, and its disk.
 *
 * <p>With Psi values in the sections of a worker, computed in w bytes, and d data-parallel workers (Rajbhandari et al.
 * 2020): weights w Psi, gradients 4 Psi, optimizer 12 Psi (8 where the computed weights are f32 themselves); stage 1
 * divides the optimizer by d, stage 2 the gradients, stage 3 the weights. Sections are cut in 192 pieces, so that a worker
 * owns at most ceil(192 / d) / 192 of each. Gradients are divided only where a worker has one micro-batch a step: sums over
 * more stay whole until the last.
 *
 * <p>A pipeline (1F1B: Narayanan et al. 2021) keeps on stage p of P the activations of P - p micro-batches.
 */
public final class CapacityPlan {

    private static final long PIECES = FlatSection.PIECES;
    private static final long GRANULE = PIECES * 64;
    private static final int F32 = Float.BYTES;

    /** Rows of logits that exist at once. */
    private static final long HEAD_ROWS = 256;

    private final Workload work;
    private final Topology topology;
    private final List<Section> sections;

    /** The plan of a workload on workers. */
    public CapacityPlan(Workload work, Topology topology) {
        this.work = work;
        this.topology = topology;
        this.sections = work.shape().decoder().sections();
        if (topology.pipelineStages() > work.shape().layers()) {
            throw new IllegalArgumentException("pipelineStages must be at most the model's "
                    + work.shape().layers() + " layers, but is " + topology.pipelineStages());
        }
        if (work.lanes() % topology.dataRanks() != 0) {
            throw new IllegalArgumentException("lanes must be a multiple of the " + topology.dataRanks()
                    + " data-parallel workers, but is " + work.lanes());
        }
    }

    /** What is planned for. */
    public Topology topology() {
        return topology;
    }

    /** One worker of each pipeline stage, the first stage first. */
    public List<WorkerMemory> stages() {
        List<WorkerMemory> stages = new ArrayList<>();
        for (int stage = 0; stage < topology.pipelineStages(); stage++) {
            stages.add(stage(stage));
        }
        return stages;
    }

    /** The worker that needs most. */
    public WorkerMemory largest() {
        return stages().stream()
                .reduce((one, other) -> one.total() >= other.total() ? one : other)
                .orElseThrow();
    }

    /** All workers together. */
    public long total() {
        return stages().stream().mapToLong(WorkerMemory::total).sum() * topology.dataRanks();
    }

    /** Bytes of one checkpoint: f32 weights and two moments. */
    public long checkpointBytes() {
        return 3L * F32 * work.shape().parameters();
    }

    /** Bytes on disk: checkpoints kept and the one being written, the model, and moments where they are mapped. */
    public long diskBytes(int checkpoints) {
        long moments = topology.optimizerOnDisk()
                ? 2L * F32 * padded(sections) * (topology.zeroStage() == 0 ? topology.dataRanks() : 1)
                : 0;
        return (checkpoints + 1) * checkpointBytes() + F32 * work.shape().parameters() + moments;
    }

    private WorkerMemory stage(int stage) {
        List<Section> own = sectionsOf(stage);
        long values = padded(own);
        long held = own(values);
        int type = work.type().bytes();
        boolean last = stage == topology.pipelineStages() - 1;
        boolean copiesHead = last && stage > 0 && work.shape().tiedHead();
        long weights = (topology.zeroStage() == 3 ? held : values) * type + (copiesHead ? table() * type : 0);
        return new WorkerMemory(
                weights, gradients(own, copiesHead), optimizer(values), activations(stage, own), buffers(own, last));
    }

    /** Blocks are dealt evenly; the embedding goes first and the head last. */
    private List<Section> sectionsOf(int stage) {
        int blocks = sections.size() - 2;
        int stages = topology.pipelineStages();
        int begin = stage == 0 ? 0 : 1 + blocks * stage / stages;
        int end = stage == stages - 1 ? sections.size() : 1 + blocks * (stage + 1) / stages;
        return sections.subList(begin, end);
    }

    private long gradients(List<Section> own, boolean copiesHead) {
        long values = padded(own);
        int lanes = work.lanes() / topology.dataRanks();
        boolean oneMicroBatch = lanes == 1 && work.microBatchesPerLane() == 1;
        long tied = work.shape().tiedHead() && (own.contains(sections.getFirst()) || copiesHead) ? table() : 0;
        if (topology.zeroStage() >= 2 && oneMicroBatch) {
            return (own(values) + tied) * F32;
        }
        int atOnce = Math.min(lanes, topology.lanesAtOnce());
        int sums = work.microBatchesPerLane() > 1 ? atOnce : 1;
        int waiting = Integer.SIZE - Integer.numberOfLeadingZeros((lanes + atOnce - 1) / atOnce - 1);
        return (values * (sums + waiting) + tied) * F32;
    }

    private long optimizer(long values) {
        long held = topology.zeroStage() >= 1 ? own(values) : values;
        int master = work.type().bytes() == F32 ? 0 : F32;
        return held * (master + (topology.optimizerOnDisk() ? 0 : 2 * F32));
    }

    private long activations(int stage, List<Section> own) {
        Activations each = new Activations(work);
        int every = topology.recomputeEvery();
        long kept = 0;
        for (Section section : own) {
            if (section.kind() == Section.Kind.BLOCK) {
                boolean again = every > 0 && section.layer() % every == 0;
                kept += again ? each.blockInput() : each.block();
            }
        }
        int inFlight = Math.min(topology.pipelineStages() - stage, work.microBatchesPerLane());
        long computedAgain = every > 0 ? each.block() : 0;
        int atOnce = Math.min(topology.lanesAtOnce(), work.lanes() / topology.dataRanks());
        return (kept * inFlight + computedAgain + 3 * each.blockInput()) * atOnce;
    }

    private long buffers(List<Section> own, boolean last) {
        int type = work.type().bytes();
        long largest = own.stream()
                .filter(section -> section.kind() == Section.Kind.BLOCK)
                .mapToLong(Section::size)
                .max()
                .orElse(0);
        int atOnce = Math.min(topology.lanesAtOnce(), work.lanes() / topology.dataRanks());
        long fresh = largest * (type + F32) * atOnce;
        long communicated = topology.dataRanks() > 1 ? largest * F32 : 0;
        long gathered = topology.zeroStage() == 3 ? 2 * largest * type : 0;
        long head = last ? (HEAD_ROWS * work.shape().vocabulary() * (type + 2 * F32) + table() * type) * atOnce : 0;
        return fresh + communicated + gathered + head;
    }

    private long table() {
        return (long) work.shape().vocabulary() * work.shape().width();
    }

    private long own(long values) {
        long pieces = (PIECES + topology.dataRanks() - 1) / topology.dataRanks();
        return values / PIECES * pieces;
    }

    private static long padded(List<Section> sections) {
        return sections.stream()
                .mapToLong(section -> (section.size() + GRANULE - 1) / GRANULE * GRANULE)
                .sum();
    }
}
