package dev.ayatori.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TrainingOrderTest {
    @Property(tries = 300)
    void shufflesAndFindsBackEveryNumber(@ForAll long seed, @ForAll @LongRange(min = 1, max = 3000) long size) {
        Permutation permutation = Permutation.of(seed, 3, size);
        long[] shuffled = LongStream.range(0, size).map(permutation::at).toArray();
        assertThat(LongStream.of(shuffled).sorted().toArray())
                .isEqualTo(LongStream.range(0, size).toArray());
        assertThat(LongStream.of(shuffled).map(permutation::indexOf).toArray())
                .isEqualTo(LongStream.range(0, size).toArray());
    }

    @Property(tries = 300)
    void namesTheStepsThatReadATokenAsReadingThemAllDoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 400) int tokens,
            @ForAll @IntRange(min = 1, max = 19) int context,
            @ForAll @IntRange(min = 1, max = 7) int batch,
            @ForAll @IntRange(max = 399) int from) {
        TrainingOrder order = new TrainingOrder(seed, tokens, context, batch, 40);
        int first = Math.min(from, tokens);
        int end = Math.min(first + (int) Math.floorMod(seed, 60L), tokens);
        int[] expected = IntStream.range(0, 40)
                .filter(step -> IntStream.range(0, batch)
                        .mapToLong(position -> order.firstToken(step, position))
                        .anyMatch(start -> start < end && start + context >= first && end > first))
                .toArray();
        assertThat(order.stepsReading(first, end)).isEqualTo(expected);
    }

    @Test
    void readsEverySequenceOnceInAnEpochAndInAnotherOrderInTheNext() {
        TrainingOrder order = new TrainingOrder(7, 1001, 10, 25, 8);
        long[] all = IntStream.range(0, 200)
                .mapToLong(i -> order.sequenceAt(i / 25, i % 25))
                .toArray();
        long[] first = LongStream.of(all).limit(100).toArray();
        long[] second = LongStream.of(all).skip(100).toArray();
        assertThat(LongStream.of(first).sorted().toArray())
                .isEqualTo(LongStream.range(0, 100).toArray());
        assertThat(LongStream.of(second).sorted().toArray())
                .isEqualTo(LongStream.range(0, 100).toArray());
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void keepsTheOrderItOnceGave() {
        TrainingOrder order = new TrainingOrder(1, 1_000_000_001L, 10, 4, 10);
        assertThat(IntStream.range(0, 4).mapToLong(i -> order.sequenceAt(0, i)).toArray())
                .containsExactly(29_264_969L, 46_408_139L, 64_325_093L, 74_887_886L);
    }

    @Test
    void refusesAFileTooShortForOneSequence() {
        assertThatThrownBy(() -> new TrainingOrder(1, 64, 64, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least context + 1 = 65")
                .hasMessageContaining("but are 64");
    }
}
