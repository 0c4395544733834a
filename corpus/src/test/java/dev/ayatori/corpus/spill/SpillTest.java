package dev.ayatori.corpus.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void sortsMoreLongsThanMemoryMayHold() throws Exception {
        long[] longs = new Random(1).longs(10_000, 0, 500).toArray();
        Path file = folder.resolve("sorted");
        try (LongSorter sorter = new LongSorter(file, 1024)) {
            Arrays.stream(longs).forEach(sorter::add);
            assertThat(sorter.finish()).isGreaterThan(3);
        }
        Arrays.sort(longs);
        try (Arena arena = Arena.ofConfined()) {
            LongFile sorted = LongFile.map(file, arena);
            assertThat(sorted.size()).isEqualTo(10_000);
            assertThat(all(sorted.range(Long.MIN_VALUE, Long.MAX_VALUE))).containsExactly(longs);
            assertThat(all(sorted.range(100, 200)))
                    .containsExactly(Arrays.stream(longs)
                            .filter(each -> each >= 100 && each < 200)
                            .toArray());
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static long[] all(LongCursor cursor) {
        List<Long> all = new ArrayList<>();
        while (cursor.advance()) {
            all.add(cursor.value());
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    @Test
    void findsRecordsFromAnyKeyOn() {
        Random random = new Random(2);
        Path file = folder.resolve("records");
        try (RecordWriter writer = new RecordWriter(file)) {
            for (int i = 0; i < 5000; i++) {
                writer.add(i / 3 * 10L, text(i, random.nextInt(300)));
            }
            writer.add(100_000, new byte[300_000]);
            writer.finish();
        }
        for (int from : new int[] {-5, 0, 7, 10, 5555, 16_660, 16_661, 100_000, 100_001}) {
            try (RecordReader reader = RecordReader.openFrom(file, from)) {
                assertThat(reader.size()).isEqualTo(5001);
                int expected = Math.min(5000, Math.max(0, (from + 9) / 10) * 3);
                if (from > 100_000) {
                    assertThat(reader.next()).isFalse();
                    continue;
                }
                for (int i = expected; i < Math.min(5001, expected + 1000); i++) {
                    assertThat(reader.next()).isTrue();
                    assertThat(reader.index()).isEqualTo(i);
                    assertThat(reader.key()).isEqualTo(i == 5000 ? 100_000 : i / 3 * 10L);
                    if (i < 5000) {
                        assertThat(new String(reader.record(), StandardCharsets.UTF_8))
                                .startsWith(i + ":");
                    }
                }
            }
        }
    }

    private static byte[] text(int number, int length) {
        return (number + ":" + "糸".repeat(length)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatIsNotFinishedNeverAppears() throws Exception {
        try (RecordWriter writer = new RecordWriter(folder.resolve("records"))) {
            writer.add(1, new byte[10]);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
