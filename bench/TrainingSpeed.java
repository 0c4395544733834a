import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.pretrain.Execution;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.pretrain.Precision;
import dev.ayatori.pretrain.TrainingJob;
import dev.ayatori.pretrain.TrainingPlan;
import dev.ayatori.pretrain.WorkerLauncher;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.track.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Trains a GPT-2 on random tokens and prints tokens per second: see training-speed.sh. */
class TrainingSpeed {

    public static void main(String[] a) throws Exception {
        int[] n = Arrays.stream(a[0].split(",")).mapToInt(Integer::parseInt).toArray();
        Gpt2Shape shape = new Gpt2Shape(n[0], n[1], n[2], n[3], n[4]);
        int sequences = n[5];
        int lanes = n[6];
        int steps = n[7];
        Execution execution = Execution.ofThreads(Math.min(2, lanes)).withWorkers(n[8], n[9], n[10]).withRecompute(n[11]);
        if (n.length > 12 && n[12] == 1) {
            execution = execution.withOptimizerOnDisk();
        }
        Precision precision = Precision.valueOf(a[1]);
        Path folder = Files.createTempDirectory("training-speed");
        SequenceFile.write(folder.resolve("train.seq"), random(shape, 4 * sequences));
        TrainingJob job = new TrainingJob(
                folder.toString(),
                shape,
                "",
                0,
                new TrainingData(
                        TrainingData.Format.SEQUENCES,
                        folder.toString(),
                        List.of(new TrainingOrder.Fold(
                                steps, List.of(new TrainingOrder.Source("train.seq", 4 * sequences, 4 * sequences)))),
                        List.of(),
                        false,
                        n[3]),
                new TrainingPlan(1, steps, sequences, lanes, sequences / lanes, steps, 1, steps),
                new OptimizerSettings(1e-3, 0.1, 2, 0.1, 0.9, 0.95, 1e-8, 1),
                precision,
                execution);
        List<Double> rates = new ArrayList<>();
        new WorkerLauncher(Progress.silent(), (name, step, value) -> {
                    if (name.equals("tokens-per-second") && step > 1) {
                        rates.add(value);
                    }
                })
                .run(job);
        rates.sort(null);
        System.out.printf(
                "%s %s %s: %,d parameters, tokens/s median %.0f best %.0f%n",
                a[0], precision, execution, shape.parameters(), rates.get(rates.size() / 2), rates.getLast());
    }

    private static List<Sequence> random(Gpt2Shape shape, int count) {
        Random random = new Random(1);
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] tokens = new int[shape.context() + 1];
            Arrays.setAll(tokens, place -> (int) (Math.pow(random.nextDouble(), 4) * shape.vocabulary()));
            boolean[] counted = new boolean[tokens.length];
            Arrays.fill(counted, true);
            sequences.add(new Sequence(tokens, counted));
        }
        return sequences;
    }
}
