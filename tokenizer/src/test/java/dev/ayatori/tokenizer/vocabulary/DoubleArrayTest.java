package dev.ayatori.tokenizer.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DoubleArrayTest {
    @Property(tries = 300)
    void findsExactlyItsKeys(
            @ForAll @Size(max = 80) List<@Size(min = 1, max = 6) List<@IntRange(min = 1, max = 5) Integer>> words) {
        TreeSet<int[]> sorted = new TreeSet<>(Arrays::compare);
        words.forEach(word -> sorted.add(word.stream().mapToInt(i -> i).toArray()));
        int[][] keys = sorted.toArray(int[][]::new);
        DoubleArray trie = DoubleArray.build(keys, 6);
        for (int i = 0; i < keys.length; i++) {
            assertThat(trie.find(keys[i])).isEqualTo(i);
            int[] longer = Arrays.copyOf(keys[i], keys[i].length + 1);
            for (int code = 0; code < 6; code++) {
                longer[keys[i].length] = code;
                assertThat(trie.find(longer))
                        .isEqualTo(sorted.contains(longer) ? Arrays.binarySearch(keys, longer, Arrays::compare) : -1);
            }
        }
    }

    @Test
    void holdsManyKeysOverALargeAlphabet() {
        Random random = new Random(1);
        TreeSet<int[]> sorted = new TreeSet<>(Arrays::compare);
        for (int i = 0; i < 20_000; i++) {
            sorted.add(random.ints(1 + random.nextInt(4), 1, 5000).toArray());
        }
        int[][] keys = sorted.toArray(int[][]::new);
        DoubleArray trie = DoubleArray.build(keys, 5000);
        for (int i = 0; i < keys.length; i++) {
            assertThat(trie.find(keys[i])).isEqualTo(i);
        }
        assertThat(trie.find(new int[] {0})).isEqualTo(DoubleArray.NONE);
    }
}
