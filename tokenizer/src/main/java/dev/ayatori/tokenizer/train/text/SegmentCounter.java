package dev.ayatori.tokenizer.train.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how often each segment occurs in a text, so that later steps look at equal segments once. When its memory is
 * full, what was counted goes to a file in the order of the segments. One instance belongs to one thread.
 */
public final class SegmentCounter {
    private final TextCutter cutter;
    private final Path folder;
    private final String name;
    private final long memory;
    private final SegmentMap map = new SegmentMap();
    private final long[] basicPlane = new long[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    private final Map<Integer, Long> otherPlanes = new TreeMap<>();
    private final List<Path> runs = new ArrayList<>();
    private long characters;

    /**
     * A counter of nothing yet.
     *
     * @param cutter cuts the text
     * @param folder where files go
     * @param name how they begin
     * @param memory bytes to fill before a file is written
     */
    public SegmentCounter(TextCutter cutter, Path folder, String name, long memory) {
        this.cutter = cutter;
        this.folder = folder;
        this.name = name;
        this.memory = memory;
    }

    /** Counts the segments of a text that occurs so many times. */
    public void add(String text, long count) {
        cutter.cut(text, (segment, length) -> {
            map.add(segment, length + 1, count);
            countCharacters(segment, length, count);
        });
        if (map.memory() > memory) {
            spill();
        }
    }

    private void countCharacters(char[] segment, int length, long count) {
        for (int i = 0; i < length; i++) {
            characters += count;
            if (Character.isHighSurrogate(segment[i])) {
                otherPlanes.merge(Character.toCodePoint(segment[i], segment[++i]), count, Long::sum);
            } else {
                basicPlane[segment[i]] += count;
            }
        }
    }

    private void spill() {
        Path file = folder.resolve("%s-%04d.run".formatted(name, runs.size()));
        map.spill(file);
        runs.add(file);
    }

    /** Everything counted, in files. */
    public SegmentCounts finish() {
        if (!map.isEmpty()) {
            spill();
        }
        Map<Integer, Long> counts = new TreeMap<>(otherPlanes);
        for (int c = 0; c < basicPlane.length; c++) {
            if (basicPlane[c] > 0) {
                counts.put(c, basicPlane[c]);
            }
        }
        return new SegmentCounts(runs, counts, characters);
    }
}
