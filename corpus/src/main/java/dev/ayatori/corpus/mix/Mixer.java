package dev.ayatori.corpus.mix;

import dev.ayatori.corpus.Document;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Fills the folds of a mix.
 *
 * <p>In the order of their ids' hashes, documents go to the fold that has the most room left for their part, if they fit
 * there; once all had their turn, they get a second copy in the same fold while it has room, then a third. So a
 * document is repeated only when its part has no other, and what remains of a budget is smaller than any document left
 * out. Takes 18 bytes of memory a document.
 */
public final class Mixer {
    /** A fold that stays emptier than this is an error. */
    private static final double FULL = 0.99;
    /** A document larger than this part of a fold is too large to tell that the fold is full. */
    private static final int ORDINARY = 20;

    private final MixSettings settings;
    private final long[][] budgets;
    private final long[][] room;
    private final boolean[][] full;
    private final BitSet refinable = new BitSet();
    private long[] hashes = new long[1024];
    private int[] sizes = new int[1024];
    private byte[] parts = new byte[1024];
    private byte[] folds = new byte[0];
    private byte[] copies = new byte[0];
    private int documents;

    public Mixer(MixSettings settings) {
        this.settings = settings;
        this.budgets = settings.budgets();
        this.room = settings.budgets();
        this.full = new boolean[room.length][settings.foldNames().size()];
    }

    /** Adds a training document of some size; documents come in the order of their ids and are numbered from 0. */
    public void add(Document document, int size) {
        if (documents == sizes.length) {
            hashes = Arrays.copyOf(hashes, 2 * documents);
            sizes = Arrays.copyOf(sizes, 2 * documents);
            parts = Arrays.copyOf(parts, 2 * documents);
        }
        String hash = ContentHasher.create()
                .number(settings.seed())
                .text(document.id())
                .hex();
        hashes[documents] = Long.parseLong(hash.substring(0, 8), 16) << 31 | documents;
        sizes[documents] = size;
        parts[documents] = (byte) settings.partOf(document);
        refinable.set(documents, settings.refines(document));
        documents++;
    }

    /** Decides on all documents. */
    public Mix mix() {
        folds = new byte[documents];
        copies = new byte[documents];
        Arrays.sort(hashes, 0, documents);
        int most = settings.parts().stream().mapToInt(MixPart::repeat).max().orElse(0);
        for (int copy = 1; copy <= most; copy++) {
            for (int i = 0; i < documents; i++) {
                int number = (int) (hashes[i] & Integer.MAX_VALUE);
                if (parts[number] >= 0) {
                    offer(number, copy);
                }
            }
        }
        MixReport report = MixReport.of(settings, documents, new Numbered());
        check(report);
        return new Mix(settings.foldNames(), folds, copies, report);
    }

    private void offer(int number, int copy) {
        long[] left = room[parts[number]];
        if (copy == 1) {
            folds[number] = (byte) roomiest(number, left);
        } else if (copies[number] != copy - 1
                || copy > settings.parts().get(parts[number]).repeat()
                || full[parts[number]][folds[number]]) {
            return;
        }
        int fold = folds[number];
        if (sizes[number] <= left[fold]) {
            left[fold] -= sizes[number];
            copies[number]++;
        } else if (copy == 1) {
            refused(number);
        }
    }

    /** Folds that refuse a document of ordinary size need no repetitions. */
    private void refused(int number) {
        for (int fold = 0; fold < foldsFor(number); fold++) {
            if (sizes[number] <= budgets[parts[number]][fold] / ORDINARY) {
                full[parts[number]][fold] = true;
            }
        }
    }

    private int roomiest(int number, long[] left) {
        int best = 0;
        for (int fold = 1; fold < foldsFor(number); fold++) {
            best = left[fold] > left[best] ? fold : best;
        }
        return best;
    }

    /** How many folds a document may go to; the refined one is the last. */
    private int foldsFor(int number) {
        return refinable.get(number) ? room[0].length : settings.folds();
    }

    private void check(MixReport report) {
        List<String> names = settings.foldNames();
        for (int part = 0; part < room.length; part++) {
            for (int fold = 0; fold < names.size(); fold++) {
                long filled = budgets[part][fold] - room[part][fold];
                if (filled < FULL * budgets[part][fold]) {
                    throw lacking(report.parts().get(part), names.get(fold), filled, budgets[part][fold]);
                }
            }
        }
    }

    private AyatoriException lacking(MixReport.Part part, String fold, long filled, long budget) {
        String unit = settings.unit().name().toLowerCase(Locale.ROOT);
        return new AyatoriException(
                ("fold %s of part \"%s\" needs %,d %s, but only %,d could be filled: the part has %,d %s in %,d documents,"
                                + " and repeat is %d. Lower its budget, raise repeat, or give it more documents.")
                        .formatted(
                                fold,
                                part.name(),
                                budget,
                                unit,
                                filled,
                                part.available().units(),
                                unit,
                                part.available().documents(),
                                settings.parts().stream()
                                        .filter(each -> each.name().equals(part.name()))
                                        .mapToInt(MixPart::repeat)
                                        .sum()));
    }

    /** What was decided on each document, for the report. */
    final class Numbered {
        int part(int number) {
            return parts[number];
        }

        int fold(int number) {
            return folds[number];
        }

        int copies(int number) {
            return copies[number];
        }

        long size(int number) {
            return sizes[number];
        }
    }
}
