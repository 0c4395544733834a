package dev.ayatori.pretrain;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.optimize.Anomalies;
import dev.ayatori.pretrain.optimize.LossScale;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.pretrain.optimize.Schedule;
import dev.ayatori.shards.TrainingOrder.Fold;
import dev.ayatori.shards.TrainingOrder.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small jobs that tests train in a second. */
final class Toys {

    static final Gpt2Shape SHAPE = new Gpt2Shape(2, 16, 2, 8, 30);

    private Toys() {}

    /** A job over {@code train.seq} and {@code validation.seq} of a folder. */
    static TrainingJob job(Path folder, TrainingPlan plan, Precision precision, int threads) {
        TrainingData data = data(folder, plan.steps(), 40);
        OptimizerSettings optimizer = new OptimizerSettings(1e-2, 0.1, 2, 0.1, 0.9, 0.95, 1e-8, 1.0);
        Execution execution = Execution.ofThreads(threads);
        return new TrainingJob(folder.toString(), SHAPE, "", 2, data, plan, optimizer, precision, execution);
    }

    /** So many sequences of {@code train.seq}, and {@code validation.seq}. */
    static TrainingData data(Path folder, int steps, int sequences) {
        return new TrainingData(
                TrainingData.Format.SEQUENCES,
                folder.toString(),
                List.of(new Fold(steps, List.of(new Source("train.seq", sequences, sequences)))),
                List.of("validation.seq"),
                false,
                SHAPE.context());
    }

    /** The same job carried out in another way. */
    static TrainingJob by(TrainingJob job, Execution execution) {
        return new TrainingJob(
                job.folder(),
                job.shape(),
                job.start(),
                job.endOfText(),
                job.data(),
                job.plan(),
                job.course(),
                job.precision(),
                execution);
    }

    /** The same job with another optimizer. */
    static TrainingJob with(TrainingJob job, OptimizerSettings optimizer) {
        return new TrainingJob(
                job.folder(),
                job.shape(),
                job.start(),
                job.endOfText(),
                job.data(),
                job.plan(),
                optimizer,
                job.precision(),
                job.execution());
    }

    /** The optimizer of {@link #job} with another loss scale and other reactions. */
    static OptimizerSettings optimizer(LossScale.Settings scale, Anomalies anomalies) {
        return new OptimizerSettings(
                1e-2, 0.1, 2, 0.1, 0.9, 0.95, 1e-8, 1.0, Schedule.Settings.defaults(), scale, anomalies);
    }

    static TrainingPlan plan(int steps, int checkpointEvery) {
        return new TrainingPlan(7, steps, 8, 2, 2, 10, 5, checkpointEvery);
    }

    /** Writes 40 training and 10 validation sequences that count upwards from a random token. */
    static void writeData(Path folder) throws IOException {
        SequenceFile.write(folder.resolve("train.seq"), sequences(40, 1));
        SequenceFile.write(folder.resolve("validation.seq"), sequences(10, 2));
    }

    /** Sequences in which each token is the one before plus one, around the vocabulary. */
    static List<Sequence> sequences(int count, long seed) {
        Random random = new Random(seed);
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(SHAPE.vocabulary());
            int[] tokens = new int[SHAPE.context() + 1];
            Arrays.setAll(tokens, place -> (start + place) % SHAPE.vocabulary());
            boolean[] counted = new boolean[tokens.length];
            Arrays.fill(counted, true);
            sequences.add(new Sequence(tokens, counted));
        }
        return sequences;
    }
}
