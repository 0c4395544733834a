package dev.ayatori.pretrain;

import dev.ayatori.pretrain.step.Batch;
import dev.ayatori.pretrain.step.MicroBatch;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.track.AyatoriException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

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
    Batch training(int step) {
        int perLane = job.plan().sequencesPerStep() / job.plan().lanes();
        return deal(perLane, position -> data.read(order.at(step - 1, position).sequence()));
    }

    /**
     * Fixed sequences spread evenly over the validation data. Every lane has equally many, so that all processes do the
     * same: what is filled up is counted nowhere.
     */
    Batch validation() {
        int lanes = job.plan().lanes();
        long count = Math.min(job.plan().validationSequences(), data.sequences());
        int perLane = Math.toIntExact((count + lanes - 1) / lanes);
        return deal(perLane, position -> {
            SequenceFile.Sequence read = data.read(position % count * data.sequences() / count);
            return position < count
                    ? read
                    : new SequenceFile.Sequence(read.tokens(), new boolean[read.tokens().length]);
        });
    }

    private Batch deal(int perLane, IntFunction<SequenceFile.Sequence> at) {
        List<List<MicroBatch>> lanes = new ArrayList<>();
        for (int lane = 0; lane < job.plan().lanes(); lane++) {
            List<MicroBatch> micros = new ArrayList<>();
            for (int first = 0; first < perLane; first += job.plan().microBatch()) {
                List<SequenceFile.Sequence> sequences = new ArrayList<>();
                for (int i = first; i < Math.min(perLane, first + job.plan().microBatch()); i++) {
                    sequences.add(at.apply(lane * perLane + i));
                }
                micros.add(microBatch(sequences, job.shape().vocabulary()));
            }
            lanes.add(micros);
        }
        return new Batch(lanes);
    }

    static MicroBatch microBatch(List<SequenceFile.Sequence> sequences, int vocabulary) {
        int time = sequences.getFirst().tokens().length - 1;
        int rows = sequences.size() * time;
        long[] ids = new long[rows];
        long[] places = new long[rows];
        long[] countedRows = new long[rows];
        long[] targets = new long[rows];
        int counted = 0;
        for (int row = 0; row < rows; row++) {
            SequenceFile.Sequence sequence = sequences.get(row / time);
            int place = row % time;
            ids[row] = checked(sequence.tokens()[place], vocabulary);
            places[row] = place;
            if (sequence.counted()[place + 1]) {
                countedRows[counted] = row;
                targets[counted] = checked(sequence.tokens()[place + 1], vocabulary);
                counted++;
            }
        }
        return new MicroBatch(time, ids, places, Arrays.copyOf(countedRows, counted), Arrays.copyOf(targets, counted));
    }

    private static long checked(int token, int vocabulary) {
        if (token < 0 || token >= vocabulary) {
            throw new AyatoriException("the training data holds token " + token + ", but the model has a vocabulary of "
                    + vocabulary + ". Train with the tokenizer that wrote the data.");
        }
        return token;
    }
}
