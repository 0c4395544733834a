package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Split;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.dedup.cluster.Fate;
import dev.ayatori.corpus.dedup.cluster.Fates;
import dev.ayatori.corpus.filter.rule.Bounds;
import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.LongMerge;
import dev.ayatori.corpus.spill.RecordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** The documents of all runs that stay, or those that go, in the order of their ids, each with its fate applied. */
final class Removals implements AutoCloseable {
    static final String SAME_URL = "same-url";
    static final String EXACT = "exact-duplicate";
    static final String NEAR = "near-duplicate";

    private final CorpusSettings settings;
    private final Fates fates;
    private final List<Records> rows;
    private final LongMerge merge;
    private boolean more;

    private Removals(CorpusSettings settings, Fates fates, List<Records> rows) {
        this.settings = settings;
        this.fates = fates;
        this.rows = rows;
        this.merge = new LongMerge(rows);
        this.more = merge.advance();
    }

    /** Opens the kept documents, or the removed ones, from an id on. */
    static Removals open(Job job, List<Run> runs, boolean kept, long from) {
        Fates fates = job.fates(SplitDocuments.STEP.name());
        List<Records> rows = new ArrayList<>();
        int first = 0;
        for (Run run : runs) {
            rows.add(new Records(RecordReader.openFrom(run.passedFile(job), from), first, fates, kept));
            first += run.passed();
            if (!kept) {
                rows.add(new Records(RecordReader.openFrom(run.failedFile(job), from), -1, fates, false));
            }
        }
        return new Removals(job.settings(), fates, rows);
    }

    /** The documents not yet given whose id is below this one, or all that are left; kept ones without a rule. */
    Stream<Removal> until(long id, boolean all) {
        return Stream.generate(() -> 0)
                .takeWhile(nothing -> more && (all || merge.value() < id))
                .map(nothing -> take());
    }

    private Removal take() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        Records row = rows.get(merge.row());
        Removal removal = StoredRecords.removal(row.record());
        int number = row.number();
        more = merge.advance();
        return number < 0 ? removal : decided(removal.document(), number);
    }

    private Removal decided(Document document, int number) {
        if (fates.kept(number)) {
            return new Removal(document.with(added(number)), "", "", "", "");
        }
        Fate fate = fates.fate(number);
        String threshold =
                fate == Fate.NEAR ? Bounds.number(settings.duplicates().threshold()) : "1";
        return new Removal(
                document,
                rule(fate),
                Bounds.number(fates.similarity(number)),
                "< " + threshold,
                StoredRecords.id(fates.original(number)));
    }

    private Map<String, String> added(int number) {
        var attributes = new TreeMap<String, String>();
        attributes.put(Document.CLUSTER, StoredRecords.id(fates.cluster(number)));
        attributes.put(Document.SPLIT, (fates.heldOut(number) ? Split.VALIDATION : Split.TRAIN).label());
        if (fates.copies(number) > 0) {
            attributes.put(Document.COPIES, Integer.toString(fates.copies(number)));
        }
        return attributes;
    }

    private static String rule(Fate fate) {
        return switch (fate) {
            case KEPT -> "";
            case SAME_URL -> SAME_URL;
            case EXACT -> EXACT;
            case NEAR -> NEAR;
        };
    }

    @Override
    public void close() {
        rows.forEach(row -> row.reader.close());
        fates.close();
    }

    /** The wanted records of one file; those that failed a rule have no number. */
    private static final class Records implements LongCursor {
        private final RecordReader reader;
        private final int first;
        private final Fates fates;
        private final boolean kept;

        Records(RecordReader reader, int first, Fates fates, boolean kept) {
            this.reader = reader;
            this.first = first;
            this.fates = fates;
            this.kept = kept;
        }

        @Override
        public boolean advance() {
            while (reader.next()) {
                if (first < 0 || fates.kept(number()) == kept) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public long value() {
            return reader.key();
        }

        int number() {
            return first < 0 ? -1 : first + reader.index();
        }

        byte[] record() {
            return reader.record();
        }
    }
}
