package dev.ayatori.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WinnowingTest {
    @Test
    void givesAFingerprintOfEveryLongCommonRun() {
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            String common = MinHashTest.text(random, 55);
            long[] left = Winnowing.fingerprints(MinHashTest.text(random, 200) + common);
            long[] right = Winnowing.fingerprints(common + MinHashTest.text(random, 200));
            assertThat(left).containsAnyOf(Arrays.stream(right).toArray());
        }
    }
}
