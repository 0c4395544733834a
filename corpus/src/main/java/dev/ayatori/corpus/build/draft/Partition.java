package dev.ayatori.corpus.build.draft;

import dev.ayatori.corpus.page.InputFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Input files that one task reads: one, or several small ones that follow each other; the grain of resume. */
public record Partition(int number, List<InputFile> files) implements Serializable {
    /** Files are joined up to so many bytes, that tasks are not more trouble than they are worth. */
    private static final long SMALL = 2L << 20;

    public static List<Partition> of(List<InputFile> files) {
        List<Partition> partitions = new ArrayList<>();
        List<InputFile> joined = new ArrayList<>();
        long bytes = 0;
        for (InputFile file : files) {
            if (!joined.isEmpty() && bytes + file.bytes() > SMALL) {
                partitions.add(new Partition(partitions.size(), List.copyOf(joined)));
                joined.clear();
                bytes = 0;
            }
            joined.add(file);
            bytes += file.bytes();
        }
        if (!joined.isEmpty()) {
            partitions.add(new Partition(partitions.size(), List.copyOf(joined)));
        }
        return partitions;
    }

    public String name() {
        return String.format(Locale.ROOT, "%06d", number);
    }

    /** Kilobytes to read. */
    public long weight() {
        return files.stream().mapToLong(InputFile::bytes).sum() >> 10;
    }
}
