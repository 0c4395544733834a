package dev.ayatori.tokenizer.train.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentCounterTest {
    private static final int TEXTS = 20_000;
    private static final long MEMORY = 64 << 10;

    @TempDir
    Path folder;

    @Test
    void countsAsAMapDoesInAsManyFilesAsItsMemoryIsFilled() {
        SegmentCounter counter = new SegmentCounter(SegmentCounterTest::whole, folder, "run", MEMORY);
        SortedMap<String, Long> expected = new TreeMap<>();
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            String text = Integer.toString(random.nextInt(TEXTS), 36);
            counter.add(text, 3);
            expected.merge(text, 3L, Long::sum);
        }
        SegmentCounts counts = counter.finish();

        assertThat(merged(counts)).isEqualTo(expected);
        // Some 20,000 segments of 4 characters take about 1.2 MB: 20 files, not one for each text.
        assertThat(counts.runs()).hasSizeBetween(3, 40);
    }

    private static SortedMap<String, Long> merged(SegmentCounts counts) {
        SortedMap<String, Long> found = new TreeMap<>();
        List<WeightedCounts> sources = new ArrayList<>(WeightedCounts.plain(java.util.Map.of("all", counts)));
        SegmentMerge.merge(
                sources,
                (characters, length, weight) ->
                        found.put(new String(characters, 0, length - 1), weight / WeightedCounts.UNIT));
        return found;
    }

    private static void whole(String text, TextCutter.Sink sink) {
        char[] characters = (text + TextCutter.NOTHING_FOLLOWS).toCharArray();
        sink.segment(characters, text.length());
    }
}
