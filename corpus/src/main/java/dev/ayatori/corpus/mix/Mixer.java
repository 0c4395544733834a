package dev.ayatori.corpus.mix;

import dev.ayatori.corpus.Document;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Fills the folds of a mix.
 *
 * <p>In the order of their ids' hashes, documents go to the fold that has the most room left for their part. The first one
 * of ordinary size that does not fit closes the folds it could have gone to; their last room goes to the largest
 * documents that fit there of all that are left. Where no fold was closed so, all documents were read, and their second
 * copies take turns in the same fold in the same way, then their third. So a document is repeated only when its part has no
 * other that fits, and a fold lacks less than the smallest document left out that may stand in it. Takes 26 bytes of
 * memory a document.
 */
public final class Mixer {
    /** A fold that stays emptier than this is an error. */
    private static final double FULL = 0.99;
    /** A document larger than this part of a fold is too large to tell that the fold is full. */
    private static final int ORDINARY = 20;

    private final MixSettings settings;
    private final long[][] budgets;
    private final long[][] room;
    /** The copies whose turn closed a fold of a part; 0 while it is open. */
    private final int[][] closed;

    private final SortedSet<String> collections = new TreeSet<>();
    private final SortedSet<String> languages = new TreeSet<>();
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
        this.closed = new int[room.length][settings.foldNames().size()];
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
        collections.add(document.collection());
        languages.add(document.language());
        documents++;
    }

    /** Decides on all documents. */
    public Mix mix() {
        folds = new byte[documents];
        copies = new byte[documents];
        Arrays.sort(hashes, 0, documents);
        int most = settings.parts().stream().mapToInt(MixPart::repeat).max().orElse(0);
        for (int copy = 1; copy <= most; copy++) {
            takeTurns(copy);
            fillClosed(copy);
        }
        MixReport report = MixReport.of(settings, documents, new Numbered());
        check(report);
        return new Mix(settings.foldNames(), folds, copies, report);
    }

    private void takeTurns(int copy) {
        for (int turn = 0; turn < documents; turn++) {
            int number = numberAt(turn);
            if (isNext(number, copy)) {
                offer(number, copy);
            }
        }
    }

    private int numberAt(int turn) {
        return (int) (hashes[turn] & Integer.MAX_VALUE);
    }

    /** Whether a document may be read for this time; one without any size fills nothing and is never repeated. */
    private boolean isNext(int number, int copy) {
        return parts[number] >= 0
                && copies[number] == copy - 1
                && copy <= settings.parts().get(parts[number]).repeat()
                && (copy == 1 || sizes[number] > 0);
    }

    private void offer(int number, int copy) {
        int roomiest = -1;
        long[] left = room[parts[number]];
        for (int fold = first(number, copy); fold < end(number, copy); fold++) {
            if (closed[parts[number]][fold] == 0 && (roomiest < 0 || left[fold] > left[roomiest])) {
                roomiest = fold;
            }
        }
        if (roomiest >= 0 && !takes(roomiest, number)) {
            close(number, copy);
        }
    }

    private boolean takes(int fold, int number) {
        boolean fits = sizes[number] <= room[parts[number]][fold];
        if (fits) {
            room[parts[number]][fold] -= sizes[number];
            folds[number] = (byte) fold;
            copies[number]++;
        }
        return fits;
    }

    private void close(int number, int copy) {
        int part = parts[number];
        for (int fold = first(number, copy); fold < end(number, copy); fold++) {
            if (closed[part][fold] == 0 && sizes[number] <= budgets[part][fold] / ORDINARY) {
                closed[part][fold] = copy;
            }
        }
    }

    /** Offers what is left to the folds that were just closed, the largest first, equal ones in turn. */
    private void fillClosed(int copy) {
        long[] largestFirst = new long[documents];
        int left = 0;
        for (int turn = 0; turn < documents; turn++) {
            if (isNext(numberAt(turn), copy)) {
                largestFirst[left++] = (long) (Integer.MAX_VALUE - sizes[numberAt(turn)]) << 31 | turn;
            }
        }
        Arrays.sort(largestFirst, 0, left);
        for (int i = 0; i < left; i++) {
            int number = numberAt((int) (largestFirst[i] & Integer.MAX_VALUE));
            int fold = first(number, copy);
            while (fold < end(number, copy) && !(closed[parts[number]][fold] == copy && takes(fold, number))) {
                fold++;
            }
        }
    }

    /** The first fold a copy of a document may go to: the one of the copies before. */
    private int first(int number, int copy) {
        return copy == 1 ? 0 : folds[number];
    }

    /** The fold behind the last one a copy of a document may go to; the refined one is the last of all. */
    private int end(int number, int copy) {
        return copy > 1 ? folds[number] + 1 : refinable.get(number) ? room[0].length : settings.folds();
    }

    private void check(MixReport report) {
        for (int part = 0; part < room.length; part++) {
            for (int fold = 0; fold < room[part].length; fold++) {
                if (budgets[part][fold] - room[part][fold] < FULL * budgets[part][fold]) {
                    throw new AyatoriException(lack(report.parts().get(part), part, fold));
                }
            }
        }
    }

    private String lack(MixReport.Part account, int part, int fold) {
        if (account.available().documents() == 0) {
            return "no training document belongs to part \"%s\" of the mix, which takes %s; there are collections %s and languages %s"
                    .formatted(account.name(), settings.parts().get(part).wanted(), collections, languages);
        }
        String unit = settings.unit().name().toLowerCase(Locale.ROOT);
        long mayStand = 0;
        long unitsOfThese = 0;
        int smallestLeft = Integer.MAX_VALUE;
        for (int number = 0; number < documents; number++) {
            if (parts[number] == part && fold < end(number, 1)) {
                mayStand++;
                unitsOfThese += sizes[number];
                smallestLeft = copies[number] == 0 ? Math.min(smallestLeft, sizes[number]) : smallestLeft;
            }
        }
        String needs =
                "fold %s of part \"%s\" needs %,d %s, but only %,d could be filled: %,d documents with %,d %s may stand there, and repeat is %d. "
                        .formatted(
                                settings.foldNames().get(fold),
                                account.name(),
                                budgets[part][fold],
                                unit,
                                budgets[part][fold] - room[part][fold],
                                mayStand,
                                unitsOfThese,
                                unit,
                                settings.parts().get(part).repeat());
        return needs
                + (smallestLeft < Integer.MAX_VALUE
                        ? "The smallest left out has %,d: have fewer folds, or a larger budget.".formatted(smallestLeft)
                        : "Lower its budget, raise repeat, or give it more documents.");
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
