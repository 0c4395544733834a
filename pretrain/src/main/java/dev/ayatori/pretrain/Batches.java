package dev.ayatori.pretrain;

import dev.ayatori.shards.TrainingOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Which sequences each step reads, dealt to lanes and micro-batches by their position in the step. */
final class Batches {

    private final TrainingJob job;
    private final SequenceSource data;
    private final TrainingOrder order;

    Batches(TrainingJob job, SequenceSource data, TrainingOrder order) {
        this.job = job;
        this.data = data;
        this.order = order;
    }

    /** What a step reads, counted from 1: positions one behind the other through the first lane, then the second. */
    Trainer.Batch training(int step) {
        int perLane = job.plan().sequencesPerStep() / job.plan().lanes();
        return deal(job, data, perLane, position -> order.at(step - 1, position).sequence());
    }

    /** Fixed sequences spread evenly over the validation data. */
    static Trainer.Batch validation(TrainingJob job, SequenceSource data) {
        long count = Math.min(job.plan().validationSequences(), data.sequences());
        int perLane =
                Math.toIntExact((count + job.plan().lanes() - 1) / job.plan().lanes());
        return deal(job, data, perLane, position -> position < count ? position * data.sequences() / count : -1);
    }

    private static Trainer.Batch deal(TrainingJob job, SequenceSource data, int perLane, IntToLongFunction sequenceAt) {
        List<List<MicroBatch>> lanes = new ArrayList<>();
        for (int lane = 0; lane < job.plan().lanes(); lane++) {
            List<MicroBatch> micros = new ArrayList<>();
            List<SequenceFile.Sequence> sequences = new ArrayList<>();
            for (int i = 0; i < perLane; i++) {
                long sequence = sequenceAt.applyAsLong(lane * perLane + i);
                if (sequence >= 0) {
                    sequences.add(data.read(sequence));
                }
                boolean last =
                        i == perLane - 1 || sequences.size() == job.plan().microBatch();
                if (last && !sequences.isEmpty()) {
                    micros.add(MicroBatch.of(sequences, job.shape().vocabulary()));
                    sequences.clear();
                }
            }
            lanes.add(micros);
        }
        return new Trainer.Batch(lanes);
    }
}
