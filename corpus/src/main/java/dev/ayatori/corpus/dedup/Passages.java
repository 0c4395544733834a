package dev.ayatori.corpus.dedup;

import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.LongMerge;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordWriter;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The passages of all documents, by their hashes, with the document that owns each: the first by priority that has it.
 *
 * <p>An owner is 16 bits for the place of its collection in the order of priority and 48 bits of its id. Every task that
 * reads writes the passages it met in sorted files; each part of the hashes is then merged into a table of the passages
 * that several documents have.
 */
public final class Passages {
    private static final int ID_BITS = 48;

    private final DuplicateSettings settings;

    public Passages(DuplicateSettings settings) {
        this.settings = settings;
    }

    /** The document of this id in the collection of this rank, as owners are compared. */
    public static long owner(int rank, long id) {
        return (long) rank << ID_BITS | (id ^ Long.MIN_VALUE) >>> (Long.SIZE - ID_BITS);
    }

    private record Met(long hash, long owner) {}

    /** Gathers passages and writes them in sorted files. */
    public final class Writer {
        private final Path place;
        private final int limit;
        private final List<Met> met = new ArrayList<>();
        private int files;

        /**
         * A writer.
         *
         * @param place name of the files before their number
         * @param limit how many passages memory may hold
         */
        public Writer(Path place, int limit) {
            this.place = place;
            this.limit = Math.max(1000, limit);
        }

        public void add(String text, long owner) {
            settings.passages()
                    .of(text)
                    .map(String::strip)
                    .filter(Passages.this::counts)
                    .mapToLong(TextHash::of)
                    .distinct()
                    .forEach(hash -> met.add(new Met(hash, owner)));
            if (met.size() >= limit) {
                flush();
            }
        }

        private void flush() {
            met.sort(Comparator.comparingLong(Met::hash).thenComparingLong(Met::owner));
            try (RecordWriter out = new RecordWriter(Path.of(place + "." + files++))) {
                for (Met each : met) {
                    out.add(
                            each.hash(),
                            ByteBuffer.allocate(Long.BYTES)
                                    .putLong(each.owner())
                                    .array());
                }
                out.finish();
            }
            met.clear();
        }

        /** Writes the rest; returns how many files there are. */
        public int finish() {
            flush();
            return files;
        }
    }

    private boolean counts(String passage) {
        return passage.length() >= settings.passageCharacters();
    }

    /** Writes the passages of one part of the hashes that several documents have: hashes, and their owners beside them. */
    public static void merge(List<Path> files, DuplicateSearch.Part part, Path hashes, Path owners) {
        List<Row> rows = files.stream()
                .map(file -> new Row(RecordReader.openFrom(file, first(part.number(), part.count()))))
                .toList();
        long[][] found = {new long[1024], new long[1024]};
        int size = 0;
        try {
            LongMerge merge = new LongMerge(rows);
            boolean more = merge.advance();
            boolean last = part.number() + 1 == part.count();
            long end = last ? 0 : first(part.number() + 1, part.count());
            while (more && (last || merge.value() < end)) {
                long hash = merge.value();
                long owner = rows.get(merge.row()).owner();
                boolean several = false;
                for (more = merge.advance(); more && merge.value() == hash; more = merge.advance()) {
                    long other = rows.get(merge.row()).owner();
                    several |= other != owner;
                    owner = Math.min(owner, other);
                }
                if (several) {
                    if (size == found[0].length) {
                        found[0] = Arrays.copyOf(found[0], 2 * size);
                        found[1] = Arrays.copyOf(found[1], 2 * size);
                    }
                    found[0][size] = hash;
                    found[1][size++] = owner;
                }
            }
        } finally {
            rows.forEach(row -> row.records().close());
        }
        LongFile.write(hashes, found[0], size);
        LongFile.write(owners, found[1], size);
    }

    private static long first(int part, int parts) {
        return Long.MIN_VALUE + part * (Long.MAX_VALUE / parts) * 2;
    }

    private record Row(RecordReader records) implements LongCursor {
        @Override
        public boolean advance() {
            return records.next();
        }

        @Override
        public long value() {
            return records.key();
        }

        long owner() {
            return ByteBuffer.wrap(records.record()).getLong();
        }
    }

    /** The merged parts, in which owners are looked up. */
    public final class Table implements AutoCloseable {
        private final Arena arena = Arena.ofShared();
        private final List<LongFile> hashes;
        private final List<LongFile> owners;

        /** Maps all parts, in their order. */
        public Table(List<Path> hashFiles, List<Path> ownerFiles) {
            hashes = hashFiles.stream().map(file -> LongFile.map(file, arena)).toList();
            owners = ownerFiles.stream().map(file -> LongFile.map(file, arena)).toList();
        }

        /** The text without the passages that another document owns. */
        public String remove(String text, long self) {
            if (settings.passages().of(text).allMatch(passage -> stays(passage, self))) {
                return text;
            }
            Stream<String> kept = settings.passages().of(text).filter(passage -> stays(passage, self));
            return settings.passages().join(kept);
        }

        private boolean stays(String passage, long self) {
            String stripped = passage.strip();
            if (!counts(stripped) || hashes.isEmpty()) {
                return true;
            }
            long hash = TextHash.of(stripped);
            int part = hashes.size() - 1;
            while (part > 0 && hash < first(part, hashes.size())) {
                part--;
            }
            long place = hashes.get(part).from(hash);
            return place == hashes.get(part).size()
                    || hashes.get(part).get(place) != hash
                    || owners.get(part).get(place) == self;
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
