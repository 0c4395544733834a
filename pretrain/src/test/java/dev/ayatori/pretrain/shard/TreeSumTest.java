package dev.ayatori.pretrain.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeSumTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void addsNeighboursFirstInWhateverOrderTheyArrive(int leaves) {
        Random random = new Random(leaves);
        List<Float> values = random.doubles(leaves)
                .mapToObj(value -> (float) Math.exp(40 * value))
                .toList();
        List<Integer> order = new ArrayList<>(IntStream.range(0, leaves).boxed().toList());

        for (int round = 0; round < 20; round++) {
            Collections.shuffle(order, random);
            assertThat(sum(values, order)).isEqualTo(bruteForce(values));
        }
    }

    private static float sum(List<Float> values, List<Integer> order) {
        try (Scope _ = Scope.open()) {
            TreeSum tree = new TreeSum(values.size());
            Optional<Tensor> sum = Optional.empty();
            for (int number : order) {
                assertThat(sum).isEmpty();
                sum = tree.add(
                        number,
                        TreeSum.Leaf.of(
                                Tensor.of(new float[] {values.get(number)}, 1).keep()));
            }
            try (Tensor whole = sum.orElseThrow()) {
                return whole.toFloats()[0];
            }
        }
    }

    private static float bruteForce(List<Float> values) {
        List<Float> level = values;
        while (level.size() > 1) {
            List<Float> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? level.get(i) + level.get(i + 1) : level.get(i));
            }
            level = above;
        }
        return level.getFirst();
    }
}
