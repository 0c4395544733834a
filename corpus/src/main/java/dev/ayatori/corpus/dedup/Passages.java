package dev.ayatori.corpus.dedup;

import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.RecordForm;
import dev.ayatori.corpus.spill.RecordMerge;
import dev.ayatori.corpus.spill.RecordSorter;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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

    private enum Form implements RecordForm<Met> {
        FORM;

        @Override
        public int compare(Met left, Met right) {
            int order = Long.compare(left.hash, right.hash);
            return order != 0 ? order : Long.compare(left.owner, right.owner);
        }

        @Override
        public long key(Met met) {
            return met.hash;
        }

        @Override
        public byte[] bytes(Met met) {
            return ByteBuffer.allocate(Long.BYTES).putLong(met.owner).array();
        }

        @Override
        public Met thing(long key, ByteBuffer bytes) {
            return new Met(key, bytes.getLong());
        }
    }

    /** Gathers passages and writes them in sorted files. */
    public final class Writer {
        private final RecordSorter<Met> sorter;

        /**
         * A writer.
         *
         * @param place name of the files before their number
         * @param limit how many passages memory may hold
         */
        public Writer(Path place, int limit) {
            sorter = new RecordSorter<>(place, limit, Form.FORM);
        }

        public void add(String text, long owner) {
            settings.passages().of(text).stream()
                    .map(PassageUnit.Part::text)
                    .filter(Passages.this::counts)
                    .mapToLong(TextHash::of)
                    .distinct()
                    .forEach(hash -> sorter.add(new Met(hash, owner)));
        }

        /** Writes the rest; returns how many files there are. */
        public int finish() {
            return sorter.finish();
        }
    }

    private boolean counts(String passage) {
        return passage.length() >= settings.passageCharacters();
    }

    /** Writes the passages of one part of the hashes that several documents have: hashes, and their owners beside them. */
    public static void merge(List<Path> files, KeyRange part, Path hashes, Path owners) {
        long[][] found = {new long[1024], new long[1024]};
        int size = 0;
        try (RecordMerge<Met> all = new RecordMerge<>(files, Form.FORM, part.from())) {
            while (all.more() && part.holds(all.peek().hash())) {
                Met first = all.take();
                boolean several = false;
                while (all.more() && all.peek().hash() == first.hash()) {
                    several |= all.take().owner() != first.owner();
                }
                if (several) {
                    if (size == found[0].length) {
                        found[0] = Arrays.copyOf(found[0], 2 * size);
                        found[1] = Arrays.copyOf(found[1], 2 * size);
                    }
                    found[0][size] = first.hash();
                    found[1][size++] = first.owner();
                }
            }
        }
        LongFile.write(hashes, found[0], size);
        LongFile.write(owners, found[1], size);
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

        /** The passages of a text that another document owns. */
        public List<Cut> cuts(String text, long self) {
            return hashes.isEmpty()
                    ? List.of()
                    : settings.passages().of(text).stream()
                            .filter(passage -> isCopy(passage.text(), self))
                            .map(passage -> new Cut(Cut.Why.PASSAGE, passage.from(), passage.to()))
                            .toList();
        }

        private boolean isCopy(String passage, long self) {
            if (!counts(passage)) {
                return false;
            }
            long hash = TextHash.of(passage);
            int part = hashes.size() - 1;
            while (part > 0 && hash < new KeyRange(part, hashes.size()).from()) {
                part--;
            }
            long place = hashes.get(part).from(hash);
            return place < hashes.get(part).size()
                    && hashes.get(part).get(place) == hash
                    && owners.get(part).get(place) != self;
        }

        @Override
        public void close() {
            arena.close();
        }
    }
}
