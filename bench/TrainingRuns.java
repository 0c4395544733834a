import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.pretrain.EnvironmentProcesses;
import dev.ayatori.pretrain.Execution;
import dev.ayatori.pretrain.LocalProcesses;
import dev.ayatori.pretrain.Precision;
import dev.ayatori.pretrain.Supervision;
import dev.ayatori.pretrain.TrainingJob;
import dev.ayatori.pretrain.TrainingPlan;
import dev.ayatori.pretrain.TrainingResult;
import dev.ayatori.pretrain.WorkerLauncher;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.shards.TrainingOrder;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.MetricSink;
import dev.ayatori.track.Progress;
import dev.ayatori.track.launch.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trains a small GPT-2 on random tokens in a folder and prints the hash of its weights; run again, it goes on. Arguments:
 * the folder, then KEY=VALUE of {@link #DEFAULTS}. Used by steady.sh, resume-storm.sh, cut-network.sh and full-disk.sh.
 */
class TrainingRuns {
    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            Map.entry("layers", 2),
            Map.entry("width", 32),
            Map.entry("heads", 2),
            Map.entry("context", 16),
            Map.entry("vocabulary", 64),
            Map.entry("lanes", 2),
            Map.entry("micro", 1),
            Map.entry("steps", 200),
            Map.entry("checkpoint", 10),
            Map.entry("validation", 50),
            Map.entry("keep", 3),
            Map.entry("workers", 1),
            Map.entry("pipeline", 1),
            Map.entry("zero", 0),
            Map.entry("ondisk", 0),
            Map.entry("timeout", 60),
            Map.entry("restarts", 3),
            Map.entry("environment", 0),
            Map.entry("memory", 0));

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Map<String, Integer> n = new TreeMap<>(DEFAULTS);
        for (int i = 1; i < arguments.length; i++) {
            String[] pair = arguments[i].split("=", 2);
            if (!n.containsKey(pair[0])) {
                throw new IllegalArgumentException("no such key: " + pair[0]);
            }
            n.put(pair[0], Integer.valueOf(pair[1]));
        }
        try {
            System.out.println(run(folder, n));
        } catch (AyatoriException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String run(Path folder, Map<String, Integer> n) throws Exception {
        Execution execution = new Execution(
                1,
                n.get("workers"),
                n.get("pipeline"),
                n.get("zero"),
                0,
                n.get("ondisk") == 1,
                new Supervision(n.get("timeout"), n.get("restarts"), n.get("keep"), 0));
        ProcessLauncher launcher = new LocalProcesses();
        if (n.get("environment") == 1) {
            EnvironmentProcesses own = EnvironmentProcesses.of(System.getenv(), n.get("timeout"));
            launcher = own;
            if (own.rank() > 0) {
                new WorkerLauncher(told(), MetricSink.none(), own).follow(folder, execution);
                return "rank " + own.rank() + " is done";
            }
        }
        Gpt2Shape shape =
                new Gpt2Shape(n.get("layers"), n.get("width"), n.get("heads"), n.get("context"), n.get("vocabulary"));
        Files.createDirectories(folder);
        SequenceFile.write(folder.resolve("train.seq"), random(shape, 64, 1));
        SequenceFile.write(folder.resolve("validation.seq"), random(shape, 8, 2));
        int steps = n.get("steps");
        int sequences = n.get("lanes") * n.get("micro");
        TrainingJob job = new TrainingJob(
                folder.toString(),
                shape,
                "",
                0,
                new TrainingData(
                        TrainingData.Format.SEQUENCES,
                        folder.toString(),
                        List.of(new TrainingOrder.Fold(
                                steps, List.of(new TrainingOrder.Source("train.seq", 64, 64)))),
                        List.of("validation.seq"),
                        false,
                        shape.context()),
                new TrainingPlan(
                        1,
                        steps,
                        sequences,
                        n.get("lanes"),
                        n.get("micro"),
                        n.get("validation"),
                        4,
                        n.get("checkpoint")),
                new OptimizerSettings(1e-3, 0.1, 2, 0.1, 0.9, 0.95, 1e-8, 1),
                Precision.F32,
                execution);
        int every = n.get("memory");
        MetricSink memory = (name, step, value) -> {
            if (every > 0 && step % every == 0 && name.equals("loss")) {
                System.out.println("step " + step + ": " + residentMemory() + " KiB resident");
            }
        };
        TrainingResult result = new WorkerLauncher(told(), memory, launcher).run(job);
        return result.weightsHash();
    }

    /** Of the workers that this process started. */
    private static String residentMemory() {
        return ProcessHandle.current()
                .children()
                .map(process -> Path.of("/proc/" + process.pid() + "/status"))
                .map(TrainingRuns::residentMemory)
                .collect(Collectors.joining(" + "));
    }

    private static String residentMemory(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            return "?";
        }
    }

    /** Notes on standard error. */
    private static Progress told() {
        return new Progress() {
            @Override
            public void start(String what, long total, String unit) {}

            @Override
            public void advance(long by) {}

            @Override
            public void note(String line) {
                System.err.println(line);
            }

            @Override
            public void finish() {}
        };
    }

    private static List<Sequence> random(Gpt2Shape shape, int count, long seed) {
        Random random = new Random(seed);
        List<Sequence> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] tokens = new int[shape.context() + 1];
            Arrays.setAll(tokens, place -> random.nextInt(shape.vocabulary()));
            boolean[] counted = new boolean[tokens.length];
            Arrays.fill(counted, true);
            sequences.add(new Sequence(tokens, counted));
        }
        return sequences;
    }
}
