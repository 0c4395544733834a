package dev.ayatori.corpus.build;

import dev.ayatori.corpus.dedup.Sketches;
import dev.ayatori.corpus.dedup.cluster.Fates;
import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.LongMerge;
import dev.ayatori.corpus.spill.RecordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the files of a corpus are cut: at fixed row counts in the order of the ids, never between equal ids. */
record Cuts(Job job, List<Run> runs, Sketches sketches, Fates fates) {
    /** The first id of each file of kept documents. */
    List<Long> documents() {
        return cut(passed(fates::kept).toList());
    }

    /** The first id of each file of removed documents. */
    List<Long> removed() {
        List<RecordReader> failed =
                runs.stream().map(run -> RecordReader.open(run.failedFile(job))).toList();
        try {
            return cut(Stream.concat(
                            passed(number -> !fates.kept(number)),
                            failed.stream().map(Ids::new))
                    .toList());
        } finally {
            failed.forEach(RecordReader::close);
        }
    }

    private Stream<LongCursor> passed(IntPredicate wanted) {
        return IntStream.range(0, runs.size())
                .mapToObj(run -> new Numbers(sketches, wanted, sketches.first(run), sketches.first(run + 1)));
    }

    private List<Long> cut(List<? extends LongCursor> ids) {
        int rows = job.settings().rowsPerFile();
        List<Long> first = new ArrayList<>();
        LongMerge merge = new LongMerge(ids);
        long inFile = rows;
        long before = 0;
        while (merge.advance()) {
            if (inFile >= rows && (first.isEmpty() || merge.value() != before)) {
                first.add(merge.value());
                inFile = 0;
            }
            inFile++;
            before = merge.value();
        }
        return first;
    }

    /** The ids of a record file. */
    private record Ids(RecordReader records) implements LongCursor {
        @Override
        public boolean advance() {
            return records.next();
        }

        @Override
        public long value() {
            return records.key();
        }
    }

    /** The ids of a run's sketches that are wanted. */
    private static final class Numbers implements LongCursor {
        private final Sketches sketches;
        private final IntPredicate wanted;
        private final int end;
        private int number;

        Numbers(Sketches sketches, IntPredicate wanted, int begin, int end) {
            this.sketches = sketches;
            this.wanted = wanted;
            this.number = begin - 1;
            this.end = end;
        }

        @Override
        public boolean advance() {
            do {
                number++;
            } while (number < end && !wanted.test(number));
            return number < end;
        }

        @Override
        public long value() {
            return sketches.id(number);
        }
    }
}
