package dev.ayatori.corpus.decontaminate;

import dev.ayatori.corpus.decontaminate.EvaluationSet.Item;
import dev.ayatori.corpus.spill.LongFile;
import dev.ayatori.corpus.spill.RecordWriter;
import dev.ayatori.track.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the n-grams of evaluation sets into an {@link EvaluationIndex}; memory holds 40 bytes for each of them. */
public final class EvaluationIndexWriter {
    private final DecontaminationSettings settings;
    private final List<long[]> grams = new ArrayList<>();
    private final List<Long> texts = new ArrayList<>();
    private final SortedMap<String, Counts> counts = new TreeMap<>();
    private long postings;

    private EvaluationIndexWriter(DecontaminationSettings settings) {
        this.settings = settings;
    }

    /**
     * The texts of a set.
     *
     * @param tooShort those too short to be told, left out
     */
    public record Counts(int texts, int tooShort) {
        Counts plus(Counts other) {
            return new Counts(texts + other.texts, tooShort + other.tooShort);
        }
    }

    /** Writes the index of all sets into a folder; returns what each set brought, by its name. */
    public static SortedMap<String, Counts> write(DecontaminationSettings settings, Path folder) {
        EvaluationIndexWriter writer = new EvaluationIndexWriter(settings);
        try (RecordWriter names = new RecordWriter(folder.resolve(EvaluationIndex.NAMES))) {
            settings.sets().forEach(set -> set.forEach(item -> writer.add(item, names)));
            names.finish();
        }
        long[] longs = writer.longs();
        LongFile.write(folder.resolve(EvaluationIndex.GRAMS), longs, longs.length);
        return writer.counts;
    }

    private void add(Item item, RecordWriter names) {
        Letters letters = Letters.of(item.text());
        GramUnit unit = letters.unit();
        long[] all = Grams.of(letters, unit, unit.length(settings));
        int units = letters.count(unit);
        boolean told = letters.size() >= settings.least() && all.length > 0;
        boolean whole = letters.size() < settings.shortest() || units < 2 * unit.length(settings);
        counts.merge(item.set(), new Counts(1, told ? 0 : 1), Counts::plus);
        if (told) {
            Item named = new Item(item.set(), item.item(), item.field(), "");
            names.add(texts.size(), Json.line(named).getBytes(StandardCharsets.UTF_8));
            texts.add((long) unit.ordinal() << 2 * EvaluationIndex.COUNT_BITS
                    | (long) units << EvaluationIndex.COUNT_BITS
                    | (whole ? 1 : 0));
            grams.add(all);
            postings += all.length;
        }
    }

    private long[] longs() {
        Map<Long, Integer> numbers = new HashMap<>();
        for (long[] text : grams) {
            for (long gram : text) {
                numbers.merge(gram, 1, Integer::sum);
            }
        }
        int slots = Math.max(2, Integer.highestOneBit(Math.max(1, numbers.size())) << 2);
        long size = EvaluationIndex.HEAD + 2L * slots + numbers.size() + postings + texts.size();
        long[] longs = new long[Math.toIntExact(size)];
        longs[0] = slots;
        longs[1] = texts.size();
        int[] end = {EvaluationIndex.HEAD + 2 * slots};
        for (int text = 0; text < grams.size(); text++) {
            long[] distinct = grams.get(text);
            for (int gram = 0; gram < distinct.length; gram++) {
                int slot = slot(longs, distinct[gram], slots - 1);
                if (longs[slot + 1] == 0) {
                    longs[slot] = distinct[gram];
                    longs[slot + 1] = end[0];
                    end[0] += 1 + java.util.Objects.requireNonNull(numbers.get(distinct[gram]));
                }
                int postings = (int) longs[slot + 1];
                longs[postings + (int) ++longs[postings]] = (long) text << 32 | gram;
            }
        }
        for (int text = 0; text < texts.size(); text++) {
            longs[end[0] + text] = texts.get(text);
        }
        return longs;
    }

    private static int slot(long[] longs, long hash, int mask) {
        long slot = EvaluationIndex.slot(hash, mask);
        while (longs[(int) (EvaluationIndex.HEAD + 2 * slot + 1)] != 0
                && longs[(int) (EvaluationIndex.HEAD + 2 * slot)] != hash) {
            slot = (slot + 1) & mask;
        }
        return (int) (EvaluationIndex.HEAD + 2 * slot);
    }
}
