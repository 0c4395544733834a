package dev.ayatori.pretrain;

import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceSource;
import dev.ayatori.pretrain.data.TrainingFiles;
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
    private final TrainingFiles files;
    private final TrainingOrder order;

    Batches(TrainingJob job, TrainingFiles files) {
        this.job = job;
        this.files = files;
        this.order = job.order();
    }

    /** What a step reads, counted from 1: positions one behind the other through the first lane, then the second. */
    Batch training(int step) {
        int perLane = job.plan().sequencesPerStep() / job.plan().lanes();
        return deal(perLane, position -> files.read(order.at(step - 1, position)));
    }

    /**
     * Fixed sequences spread evenly over a validation file. Every lane has equally many, so that all processes do the
     * same: what is filled up is counted nowhere.
     */
    Batch validation(String file) {
        SequenceSource data = files.source(file);
        int lanes = job.plan().lanes();
        long count = Math.min(job.plan().validationSequences(), data.sequences());
        int perLane = Math.toIntExact((count + lanes - 1) / lanes);
        return deal(perLane, position -> {
            Sequence read = data.read(position % count * data.sequences() / count);
            return position < count
                    ? read
                    : new Sequence(read.tokens(), new boolean[read.tokens().length], read.documents());
        });
    }

    private Batch deal(int perLane, IntFunction<Sequence> at) {
        List<List<MicroBatch>> lanes = new ArrayList<>();
        for (int lane = 0; lane < job.plan().lanes(); lane++) {
            List<MicroBatch> micros = new ArrayList<>();
            for (int first = 0; first < perLane; first += job.plan().microBatch()) {
                List<Sequence> sequences = new ArrayList<>();
                for (int i = first; i < Math.min(perLane, first + job.plan().microBatch()); i++) {
                    sequences.add(at.apply(lane * perLane + i));
                }
                micros.add(microBatch(sequences, job.shape().vocabulary()));
            }
            lanes.add(micros);
        }
        return new Batch(lanes);
    }

    static MicroBatch microBatch(List<Sequence> sequences, int vocabulary) {
        int time = sequences.getFirst().tokens().length - 1;
        int rows = sequences.size() * time;
        long[] ids = new long[rows];
        long[] countedRows = new long[rows];
        long[] targets = new long[rows];
        int counted = 0;
        for (int row = 0; row < rows; row++) {
            Sequence sequence = sequences.get(row / time);
            int place = row % time;
            ids[row] = checked(sequence.tokens()[place], vocabulary);
            if (sequence.counted()[place + 1]) {
                countedRows[counted] = row;
                targets[counted] = checked(sequence.tokens()[place + 1], vocabulary);
                counted++;
            }
        }
        List<long[]> documents = sequences.stream().map(Sequence::documents).toList();
        return new MicroBatch(
                time, ids, documents, Arrays.copyOf(countedRows, counted), Arrays.copyOf(targets, counted));
    }

    private static long checked(int token, int vocabulary) {
        if (token < 0 || token >= vocabulary) {
            throw new AyatoriException("the training data holds token " + token + ", but the model has a vocabulary of "
                    + vocabulary + ". Train with the tokenizer that wrote the data.");
        }
        return token;
    }
}
