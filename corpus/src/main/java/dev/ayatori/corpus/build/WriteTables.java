package dev.ayatori.corpus.build;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.DocumentTable;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.spill.WholeFile;
import dev.ayatori.corpus.table.Column;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.corpus.table.Row;
import dev.ayatori.track.ContentHasher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Step "write": some files of the table of kept or of removed documents that follow each other.
 *
 * @param first number of the first file
 * @param cuts the first id of each file, and behind them where the last one ends
 */
record WriteTables(Job job, List<Run> runs, boolean kept, int first, List<Long> cuts)
        implements Work<WriteTables.Written> {
    static final Journal.Step STEP = new Journal.Step("write", "writing", "files");
    private static final int FILES = 4;

    /**
     * What was written.
     *
     * @param hashes of the records of each file
     */
    record Written(List<String> hashes, long rows, Funnel funnel) {}

    /** The tasks that write a table; a table without rows is one file without rows. */
    static List<WriteTables> all(Job job, List<Run> runs, boolean kept, List<Long> firsts) {
        List<Long> cuts = new ArrayList<>(firsts.isEmpty() ? List.of(Long.MIN_VALUE) : firsts);
        cuts.add(Long.MAX_VALUE);
        List<WriteTables> tasks = new ArrayList<>();
        for (int from = 0; from < cuts.size() - 1; from += FILES) {
            int to = Math.min(cuts.size() - 1, from + FILES);
            tasks.add(new WriteTables(job, runs, kept, from, List.copyOf(cuts.subList(from, to + 1))));
        }
        return tasks;
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "%s-%05d", table(), first);
    }

    @Override
    public long weight() {
        return cuts.size() - 1L;
    }

    private String table() {
        return kept ? DocumentTable.DOCUMENTS : DocumentTable.REMOVED;
    }

    @Override
    public Written run() throws IOException {
        Funnel funnel = Funnel.empty();
        List<String> hashes = new ArrayList<>();
        long rows = 0;
        try (Removals removals = Removals.open(job, runs, kept, cuts.getFirst())) {
            for (int file = 0; file < cuts.size() - 1; file++) {
                Tally tally = new Tally(funnel);
                boolean last = cuts.get(file + 1) == Long.MAX_VALUE;
                write(first + file, removals.until(cuts.get(file + 1), last).map(tally::row));
                hashes.add(tally.hasher.hex());
                rows += tally.rows;
            }
        }
        return new Written(hashes, rows, funnel);
    }

    private void write(int number, Stream<Row> rows) throws IOException {
        List<Column> columns = kept ? DocumentTable.DOCUMENT_COLUMNS : DocumentTable.REMOVAL_COLUMNS;
        WholeFile file = WholeFile.at(ParquetTable.file(Path.of(job.output()), table(), number));
        ParquetTable.write(file.draft(), columns, rows);
        file.publish();
    }

    /** Counts and hashes the rows of one file on their way. */
    private final class Tally {
        private final ContentHasher hasher = ContentHasher.create();
        private final Funnel funnel;
        private long rows;

        Tally(Funnel funnel) {
            this.funnel = funnel;
        }

        private Row row(Removal removal) {
            rows++;
            if (kept) {
                Document document = removal.document();
                funnel.kept(document);
                DocumentTable.hash(document, hasher);
                return DocumentTable.row(document);
            }
            funnel.removed(removal);
            DocumentTable.hash(removal, hasher);
            return DocumentTable.row(removal);
        }
    }
}
