package dev.ayatori.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentAttentionTest {

    /** Two sequences of 24 tokens. */
    private static final List<long[]> DOCUMENTS = List.of(new long[] {7, 1, 12, 4}, new long[] {19, 5});

    private static final int TIME = 24;

    static Stream<ModelShape> shapes() {
        return Stream.of(
                new Gpt2Shape(3, 32, 4, TIME, 50),
                new LlamaShape(3, 32, 4, 2, 8, 48, TIME, 50, true, LlamaShape.Details.defaults()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void givesEachTokenTheLossItHasInItsDocumentAlone(ModelShape shape) {
        long[] ids = LongStream.range(0, 2 * TIME).map(i -> i * i * 7 % 50).toArray();
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            List<Tensor> weights = weights(shape);
            float[] packed = losses(shape, weights, ids, DOCUMENTS);
            float[] mixed = losses(shape, weights, ids, List.of(new long[] {TIME}, new long[] {TIME}));
            int first = 0;
            for (long length : LongStream.concat(LongStream.of(DOCUMENTS.get(0)), LongStream.of(DOCUMENTS.get(1)))
                    .toArray()) {
                long[] own = Arrays.copyOfRange(ids, first, first + (int) length);
                float[] alone = losses(shape, weights, own, List.of(new long[] {length}));
                for (int i = 0; i < alone.length; i++) {
                    assertThat(packed[first + i]).isCloseTo(alone[i], within(1e-6f * alone[i]));
                }
                first += (int) length;
            }
            assertThat(mixed[10]).isNotCloseTo(packed[10], within(1e-3f));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void addsTheGradientsOfTheDocumentsAlone(ModelShape shape) {
        long[] ids = LongStream.range(0, 2 * TIME).map(i -> i * i * 7 % 50).toArray();
        try (Scope _ = Scope.open()) {
            List<Tensor> weights = weights(shape);
            Tensor sum = Tensor.of(new float[1], 1).sum();
            int first = 0;
            for (long length : LongStream.concat(LongStream.of(DOCUMENTS.get(0)), LongStream.of(DOCUMENTS.get(1)))
                    .toArray()) {
                long[] own = Arrays.copyOfRange(ids, first, first + (int) length);
                sum = sum.add(logits(shape, weights, own, List.of(new long[] {length}))
                        .logSoftmax()
                        .sum());
                first += (int) length;
            }
            Tensor packed = logits(shape, weights, ids, DOCUMENTS).logSoftmax().sum();
            Tensor one = Tensor.of(new float[] {1}, new long[0]);
            List<Tensor> expected = Gradients.of(sum, weights, one);
            List<Tensor> found = Gradients.of(packed, weights, one);
            for (int i = 0; i < weights.size(); i++) {
                assertNear(found.get(i).toFloats(), expected.get(i).toFloats());
            }
        }
    }

    private static void assertNear(float[] found, float[] expected) {
        double largest = 0;
        double farthest = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            farthest = Math.max(farthest, Math.abs(expected[i] - found[i]));
        }
        assertThat(farthest).isLessThanOrEqualTo(1e-5 * largest);
    }

    private static List<Tensor> weights(ModelShape shape) {
        Initialization first = new Initialization(shape, 5);
        List<Parameter> parameters = shape.decoder().parameters();
        List<Tensor> weights = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            long[] sizes = parameters.get(i).shape().stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            weights.add(Tensor.of(first.values(i), sizes).mulInPlace(3).withGradient());
        }
        return weights;
    }

    /** -log p of the token after each, where the last of all is followed by token 3. */
    private static float[] losses(ModelShape shape, List<Tensor> weights, long[] ids, List<long[]> documents) {
        long[] next = new long[ids.length];
        Arrays.fill(next, 3);
        Tensor picked = logits(shape, weights, ids, documents).logSoftmax().gather(Tensor.of(next, next.length, 1));
        return picked.mulInPlace(-1).toFloats();
    }

    private static Tensor logits(ModelShape shape, List<Tensor> weights, long[] ids, List<long[]> documents) {
        Decoder model = shape.decoder();
        long time = ids.length / documents.size();
        long[] places = documents.stream()
                .flatMapToLong(LongStream::of)
                .flatMap(length -> LongStream.range(0, length))
                .toArray();
        Positions positions = model.positions(time, places);
        Attention attention = new DocumentAttention(documents);
        Tensor rows = Tensor.zeros(weights.getFirst().type(), 1);
        int at = 0;
        for (Section section : model.sections()) {
            List<Tensor> own = weights.subList(at, at + section.parameters().size());
            rows = switch (section.kind()) {
                case EMBEDDING -> model.embed(own, Tensor.of(ids, ids.length), positions);
                case BLOCK -> model.block(own, rows, positions, attention);
                case HEAD -> model.finalNorm(own, rows);
            };
            at += own.size();
        }
        return model.logits(weights.getFirst(), rows);
    }
}
