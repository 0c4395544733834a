package dev.ayatori.search.suffix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SuffixSortingTest {
    @Property(tries = 2_000)
    void sortsAsComparingEverySuffixDoes(@ForAll("texts") int[] text) {
        assertThat(SuffixSorting.sort(text, 6)).isEqualTo(naive(text));
    }

    @Property(tries = 300)
    void sortsRepeatedPieces(@ForAll("texts") int[] piece, @ForAll("times") int times) {
        int[] text = new int[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, text, i * piece.length, piece.length);
        }
        assertThat(SuffixSorting.sort(text, 6)).isEqualTo(naive(text));
    }

    @Test
    void sortsATextOfOneSymbol() {
        assertThat(SuffixSorting.sort(new int[] {0, 0, 0, 0}, 1)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void sortsAFibonacciWordWhichNestsRepetitions() {
        int[] shorter = {0};
        int[] longer = {0, 1};
        while (longer.length < 2_000) {
            int[] next = IntStream.concat(Arrays.stream(longer), Arrays.stream(shorter))
                    .toArray();
            shorter = longer;
            longer = next;
        }
        assertThat(SuffixSorting.sort(longer, 2)).isEqualTo(naive(longer));
    }

    @Test
    void allowsSymbolsThatNeverOccur() {
        assertThat(SuffixSorting.sort(new int[] {7, 3, 7, 3}, 100)).containsExactly(3, 1, 2, 0);
    }

    @Test
    void hasNoSuffixesForNoText() {
        assertThat(SuffixSorting.sort(new int[0], 1)).isEmpty();
    }

    @Provide
    Arbitrary<int[]> texts() {
        return Arbitraries.integers().between(0, 5).array(int[].class).ofMaxSize(60);
    }

    @Provide
    Arbitrary<Integer> times() {
        return Arbitraries.integers().between(1, 9);
    }

    private static int[] naive(int[] text) {
        Comparator<Integer> bySuffix = (a, b) -> Arrays.compare(text, a, text.length, text, b, text.length);
        return IntStream.range(0, text.length)
                .boxed()
                .sorted(bySuffix)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
