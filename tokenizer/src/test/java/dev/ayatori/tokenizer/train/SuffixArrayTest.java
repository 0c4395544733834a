package dev.ayatori.tokenizer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SuffixArrayTest {
    @Property
    void ordersSuffixesAsSortingThemDoes(@ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> symbols) {
        int[] text = symbols.stream().mapToInt(i -> i).toArray();
        assertThat(SuffixArray.of(text, 4)).isEqualTo(sorted(text));
    }

    @Property(tries = 200)
    void ordersSuffixesOfLargerAlphabets(@ForAll @Size(max = 300) List<@IntRange(max = 40) Integer> symbols) {
        int[] text = symbols.stream().mapToInt(i -> i).toArray();
        assertThat(SuffixArray.of(text, 41)).isEqualTo(sorted(text));
    }

    @Test
    void ordersRepeatedAndPeriodicText() {
        for (int period = 1; period < 7; period++) {
            int p = period;
            int[] text =
                    IntStream.range(0, 500).map(i -> i % p == 0 ? 1 : i % p).toArray();
            assertThat(SuffixArray.of(text, 8)).isEqualTo(sorted(text));
        }
    }

    @Property
    void sharedPrefixesEndBeforeAZero(@ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> symbols) {
        int[] text = symbols.stream().mapToInt(i -> i).toArray();
        int[] order = SuffixArray.of(text, 4);
        int[] shared = SuffixArray.sharedPrefixes(text, order);
        for (int rank = 1; rank < order.length; rank++) {
            assertThat(shared[rank]).isEqualTo(sharedLength(text, order[rank - 1], order[rank]));
        }
    }

    private static int sharedLength(int[] text, int left, int right) {
        int length = 0;
        while (left + length < text.length
                && right + length < text.length
                && text[left + length] == text[right + length]
                && text[left + length] != 0) {
            length++;
        }
        return length;
    }

    private static int[] sorted(int[] text) {
        return IntStream.range(0, text.length)
                .boxed()
                .sorted((left, right) -> Arrays.compare(text, left, text.length, text, right, text.length))
                .mapToInt(i -> i)
                .toArray();
    }
}
