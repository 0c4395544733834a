package dev.ayatori.corpus.decontaminate;

import dev.ayatori.corpus.decontaminate.EvaluationSet.Item;
import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.track.Json;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The n-grams of evaluation sets in files, mapped into memory: a table of hashes, for each the texts that have it.
 *
 * <p>{@code grams} holds longs: how many slots the table has (a power of two), how many texts there are; the slots, of two longs
 * each: hash, and the place of its postings (0 for an empty slot); postings: their number, then for each 32 bits of text and 32
 * of the n-gram's place in it; texts: 30 bits that are 1 where only the whole text tells, 30 of units, one of the unit's kind. {@code names} holds set, item and
 * field of each text as JSON.
 */
public final class EvaluationIndex implements AutoCloseable {
    /** File of the table. */
    public static final String GRAMS = "grams";
    /** File of the names of texts. */
    public static final String NAMES = "names";

    static final int HEAD = 2;
    static final int COUNT_BITS = 30;
    /** A text may stand in so many of its lengths, with words put in between. */
    private static final double STRETCH = 1.5;

    private final DecontaminationSettings settings;
    private final Path names;
    private final Arena arena = Arena.ofShared();
    private final LongFile longs;
    private final long mask;
    private final long texts;

    /** Opens what {@link EvaluationIndexWriter} wrote into a folder. */
    public EvaluationIndex(Path folder, DecontaminationSettings settings) {
        this.settings = settings;
        this.names = folder.resolve(NAMES);
        this.longs = LongFile.map(folder.resolve(GRAMS), arena);
        this.mask = longs.get(0) - 1;
        this.texts = longs.size() - longs.get(1);
    }

    static long slot(long hash, long mask) {
        return (hash * Grams.BASE >>> 20) & mask;
    }

    /** One n-gram of one text, met in a document; sorts by text, then by place. */
    private record Hit(int text, int place, int gram) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit other) {
            int order = Integer.compare(text, other.text);
            return order != 0 ? order : Integer.compare(place, other.place);
        }
    }

    /** The texts of the sets that a document holds, best first. */
    public List<Overlap> overlaps(String document) {
        Letters letters = Letters.of(document);
        List<Overlap> overlaps = new ArrayList<>();
        for (GramUnit unit : GramUnit.values()) {
            List<Hit> hits = hits(Grams.of(letters, unit, unit.length(settings)));
            for (int from = 0; from < hits.size(); ) {
                int to = from + 1;
                while (to < hits.size() && hits.get(to).text() == hits.get(from).text()) {
                    to++;
                }
                judge(letters, unit, hits.subList(from, to), overlaps);
                from = to;
            }
        }
        overlaps.sort(Overlap.BEST_FIRST);
        return overlaps;
    }

    private List<Hit> hits(long[] hashes) {
        List<Hit> hits = new ArrayList<>();
        for (int place = 0; place < hashes.length; place++) {
            long postings = postings(hashes[place]);
            if (postings > 0) {
                long count = longs.get(postings);
                for (long i = 1; i <= count; i++) {
                    long posting = longs.get(postings + i);
                    hits.add(new Hit((int) (posting >>> 32), place, (int) posting));
                }
            }
        }
        hits.sort(null);
        return hits;
    }

    private long postings(long hash) {
        for (long slot = slot(hash, mask); ; slot = (slot + 1) & mask) {
            long postings = longs.get(HEAD + 2 * slot + 1);
            if (postings == 0 || longs.get(HEAD + 2 * slot) == hash) {
                return postings;
            }
        }
    }

    /** Slides over the hits of one text and keeps the stretch that covers most of it, the first among equals. */
    private void judge(Letters letters, GramUnit unit, List<Hit> hits, List<Overlap> overlaps) {
        long text = longs.get(texts + hits.getFirst().text());
        boolean whole = (text & 1) == 1;
        int units = (int) (text >>> COUNT_BITS & (1 << COUNT_BITS) - 1);
        int length = unit.length(settings);
        int needed = whole ? units : (int) Math.ceil(settings.threshold() * units);
        if (hits.size() < needed / length) {
            return;
        }
        int reach = (int) (STRETCH * units);
        int[] covering = new int[units];
        int covered = 0;
        int best = 0;
        int bestFrom = 0;
        int bestTo = 0;
        int from = 0;
        for (int to = 0; to < hits.size(); to++) {
            for (int i = hits.get(to).gram(); i < hits.get(to).gram() + length; i++) {
                covered += covering[i]++ == 0 ? 1 : 0;
            }
            for (; hits.get(to).place() - hits.get(from).place() > reach; from++) {
                for (int i = hits.get(from).gram(); i < hits.get(from).gram() + length; i++) {
                    covered -= --covering[i] == 0 ? 1 : 0;
                }
            }
            if (covered > best) {
                best = covered;
                bestFrom = from;
                bestTo = to;
            }
        }
        if (best >= needed) {
            int last = hits.get(bestTo).place() + length - 1;
            overlaps.add(overlap(
                    hits.getFirst().text(),
                    (double) best / units,
                    letters.start(unit, hits.get(bestFrom).place()),
                    letters.end(unit, last)));
        }
    }

    private Overlap overlap(int text, double score, int start, int end) {
        try (RecordReader reader = RecordReader.openFrom(names, text)) {
            reader.next();
            Item item = Json.parse(new String(reader.record(), StandardCharsets.UTF_8), Item.class);
            return new Overlap(item.set(), item.item(), item.field(), score, start, end);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
