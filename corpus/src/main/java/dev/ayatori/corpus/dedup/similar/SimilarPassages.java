package dev.ayatori.corpus.dedup.similar;

import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.dedup.DuplicateSettings;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.dedup.PassageUnit;
import dev.ayatori.corpus.dedup.SimHash;
import dev.ayatori.corpus.dedup.substring.Stretch;
import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.LongSorter;
import dev.ayatori.corpus.spill.RecordMerge;
import dev.ayatori.corpus.spill.RecordSorter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines or paragraphs with a fingerprint like that of an earlier one: in the order of owners and places, a passage is a copy
 * where the fingerprint of one before it, copy or not, differs in at most so many bits. All such pairs are found.
 */
public final class SimilarPassages {
    /** Longs that one sorter holds in memory. */
    private static final int SORTED = 1 << 20;

    private final DuplicateSettings settings;

    public SimilarPassages(DuplicateSettings settings) {
        this.settings = settings;
    }

    private List<PassageUnit.Part> passages(String text) {
        return settings.similarPassages().of(text).stream()
                .filter(passage -> passage.text().length() >= settings.similarCharacters())
                .toList();
    }

    /** Gathers the passages of a partition and writes them in sorted files. */
    public final class Writer {
        private final BlockKeys keys = new BlockKeys(settings.similarBits());
        private final int partition;
        private final RecordSorter<Fingerprinted> sorter;

        /**
         * A writer.
         *
         * @param partition number of the partition
         * @param place name of the files before their number
         * @param memory bytes that may be filled
         */
        public Writer(int partition, Path place, long memory) {
            this.partition = partition;
            this.sorter = new RecordSorter<>(place, (int) Math.min(1 << 20, memory / 256), Fingerprinted.Form.FORM);
        }

        /**
         * Adds a text.
         *
         * @param owner what tells which of several texts keeps its passage
         * @param offset chars of all texts of the partition before it
         */
        public void add(String text, long owner, long offset) {
            for (PassageUnit.Part passage : passages(text)) {
                long fingerprint = SimHash.of(passage.text());
                long place = new Stretch(partition, offset + passage.from(), 1).packed();
                for (long key : keys.of(fingerprint)) {
                    sorter.add(new Fingerprinted(key, fingerprint, owner, place));
                }
            }
        }

        /** Writes the rest; returns how many files there are. */
        public int finish() {
            return sorter.finish();
        }
    }

    /**
     * Finds the copies that meet an earlier passage in a part of the keys.
     *
     * @param files of all writers
     * @param copies where the places of copies go; one that meets several is there as often
     */
    public void merge(List<Path> files, KeyRange range, Path copies) throws InterruptedException {
        try (RecordMerge<Fingerprinted> all = new RecordMerge<>(files, Fingerprinted.Form.FORM, range.from());
                LongSorter copied = new LongSorter(copies, SORTED)) {
            while (all.more() && range.holds(all.peek().key())) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                compare(firsts(all, copied), copied);
            }
            copied.finish();
        }
    }

    /** The first passage of each fingerprint under the next key; the others are copies. */
    private static List<Fingerprinted> firsts(RecordMerge<Fingerprinted> all, LongSorter copied) {
        List<Fingerprinted> firsts = new ArrayList<>(List.of(all.take()));
        while (all.more() && all.peek().key() == firsts.getFirst().key()) {
            Fingerprinted next = all.take();
            if (next.fingerprint() != firsts.getLast().fingerprint()) {
                firsts.add(next);
            } else if (next.place() != firsts.getLast().place()) {
                copied.add(next.place());
            }
        }
        return firsts;
    }

    /** Looks from the earliest on, since that one stays and is the likeliest to be like many. */
    private void compare(List<Fingerprinted> firsts, LongSorter copied) {
        firsts.sort(Comparator.comparingLong(Fingerprinted::owner).thenComparingLong(Fingerprinted::place));
        for (Fingerprinted passage : firsts) {
            for (int i = 0; firsts.get(i).isBefore(passage); i++) {
                if (SimHash.distance(firsts.get(i).fingerprint(), passage.fingerprint()) <= settings.similarBits()) {
                    copied.add(passage.place());
                    break;
                }
            }
        }
    }

    /** The copies among a partition's passages, handed out in the order of the texts. */
    public final class Copies {
        private final LongCursor places;
        private boolean more;

        /** Of the places of copies in a partition. */
        public Copies(LongCursor places) {
            this.places = places;
            this.more = places.advance();
        }

        /**
         * The passages of a text that are copies.
         *
         * @param offset chars of all texts of the partition before it
         */
        public List<Cut> next(String text, long offset) {
            List<Cut> cuts = new ArrayList<>();
            if (more && start() < offset + text.length()) {
                for (PassageUnit.Part passage : passages(text)) {
                    boolean copied = false;
                    while (more && start() <= offset + passage.from()) {
                        copied |= start() == offset + passage.from();
                        more = places.advance();
                    }
                    if (copied) {
                        cuts.add(new Cut(Cut.Why.SIMILAR, passage.from(), passage.to()));
                    }
                }
            }
            return cuts;
        }

        private long start() {
            return Stretch.of(places.value()).start();
        }
    }
}
