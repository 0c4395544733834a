package dev.ayatori.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.pretrain.data.SequenceFile;
import dev.ayatori.pretrain.data.TrainingData;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.pretrain.step.MicroBatch;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.shards.TrainingOrder.Fold;
import dev.ayatori.shards.TrainingOrder.Source;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.SafeTensors;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.lang.foreign.ValueLayout;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds training against transformers and torch; {@code peers/golden_training.py} wrote what they give. */
class GoldenTrainingTest {

    private static final double TOLERANCE = 1e-5;

    @TempDir
    Path temporary = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "tied", "untied", "partial"})
    void givesTheLossAndGradientsOfTransformers(String model) throws Exception {
        try (SafeTensors expected = expected(model);
                Scope _ = Scope.open()) {
            TrainingJob job = job(model, sequences(expected));
            MicroBatch batch =
                    Batches.microBatch(sequences(expected), job.shape().vocabulary());
            try (Driven driven = new Driven(job, DataType.F32, Recompute.NONE, 1)) {
                double loss = driven.train(batch, 1.0 / batch.targets().length) / batch.targets().length;

                double first = expected.tensor("losses").toFloats()[0];
                assertThat(loss).isCloseTo(first, within(TOLERANCE * first));
                assertNear(expected, "gradient.", driven.namedGradients());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "tied", "untied", "partial"})
    void takesTheTwentyStepsOfTorch(String model) throws Exception {
        try (SafeTensors expected = expected(model);
                Scope _ = Scope.open()) {
            List<Double> losses = new ArrayList<>();
            new Training(job(model, sequences(expected)), event -> {
                        if (event instanceof WorkerEvent.Step step) {
                            losses.add(step.figures().loss());
                        }
                    })
                    .run();

            float[] theirs = expected.tensor("losses").toFloats();
            assertThat(losses).hasSize(theirs.length);
            for (int step = 0; step < theirs.length; step++) {
                assertThat(losses.get(step)).isCloseTo(theirs[step], within(TOLERANCE * theirs[step]));
            }
            assertNear(expected, "weights.", new HuggingFaceFolder(temporary.resolve("model")).weights());
        }
    }

    private TrainingJob job(String model, List<Sequence> sequences) throws Exception {
        Path data = temporary.resolve("train.seq");
        SequenceFile.write(data, sequences);
        Path start = golden(model);
        int context = sequences.getFirst().tokens().length - 1;
        return new TrainingJob(
                temporary.toString(),
                new HuggingFaceFolder(start).shape(),
                start.toString(),
                2,
                new TrainingData(
                        TrainingData.Format.SEQUENCES,
                        temporary.toString(),
                        List.of(new Fold(20, List.of(new Source("train.seq", sequences.size(), sequences.size())))),
                        List.of(),
                        false,
                        context),
                new TrainingPlan(1, 20, sequences.size(), 2, 2, 100, 1, 100),
                new OptimizerSettings(1e-2, 0.1, 3, 0.1, 0.9, 0.95, 1e-4, 1),
                Precision.F32,
                Execution.ofThreads(1));
    }

    private static Path golden(String model) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenTrainingTest.class.getResource("golden/" + model))
                .toURI());
    }

    private static SafeTensors expected(String model) throws URISyntaxException {
        return SafeTensors.open(golden(model).resolve("expected.safetensors"));
    }

    private static List<Sequence> sequences(SafeTensors expected) {
        int length = Math.toIntExact(expected.entry("sequences").shape().getLast());
        long[] ids = expected.bytes("sequences").toArray(ValueLayout.JAVA_LONG_UNALIGNED);
        List<Sequence> sequences = new ArrayList<>();
        for (int at = 0; at < ids.length; at += length) {
            boolean[] counted = new boolean[length];
            Arrays.fill(counted, true);
            int[] tokens = Arrays.stream(ids, at, at + length)
                    .mapToInt(Math::toIntExact)
                    .toArray();
            sequences.add(new Sequence(tokens, counted));
        }
        return sequences;
    }

    /** Differs nowhere by more than the tolerance times the largest value of the tensor. */
    private static void assertNear(SafeTensors expected, String prefix, Map<String, Tensor> found) {
        assertThat(expected.names().stream().filter(name -> name.startsWith(prefix)))
                .hasSize(found.size());
        found.forEach((name, tensor) -> {
            float[] ours = tensor.toFloats();
            float[] theirs = expected.tensor(prefix + name).toFloats();
            double largest = 0;
            double farthest = 0;
            for (int i = 0; i < theirs.length; i++) {
                largest = Math.max(largest, Math.abs(theirs[i]));
                farthest = Math.max(farthest, Math.abs(theirs[i] - ours[i]));
            }
            assertThat(farthest).as(prefix + name).isLessThanOrEqualTo(Math.max(TOLERANCE * largest, 1e-8));
        });
    }
}
