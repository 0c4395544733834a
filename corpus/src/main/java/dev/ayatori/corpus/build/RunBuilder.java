package dev.ayatori.corpus.build;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.build.decide.Judge;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.dedup.Sketch;
import dev.ayatori.corpus.dedup.SketchWriter;
import dev.ayatori.corpus.dedup.Sketched;
import dev.ayatori.corpus.dedup.Sketcher;
import dev.ayatori.corpus.spill.RecordWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Gathers the judged documents of one task into runs that memory can hold, each sorted by id and written. */
final class RunBuilder {
    /** Larger runs would not make anything faster. */
    private static final long LARGEST = 96L << 20;

    private static final long SMALLEST = 16 << 10;

    private final Job job;
    private final String name;
    private final CorpusSettings settings;
    private final Sketcher sketcher;
    private final long limit;
    private final List<Run> runs = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();
    private long weight;

    RunBuilder(Job job, String name) {
        this.job = job;
        this.name = name;
        this.settings = job.settings();
        this.sketcher = new Sketcher(settings.duplicates());
        this.limit = Math.clamp(job.memory() / 6, SMALLEST, LARGEST);
    }

    private record Passed(Sketched sketched, byte[] record) {}

    private record Failed(long id, byte[] record) {}

    void add(Judge.Decision decision) {
        switch (decision) {
            case Judge.Passed document -> {
                Passed added = passed(document);
                passed.add(added);
                weight += added.record().length + added.sketched().weight();
            }
            case Judge.Failed failure -> {
                byte[] record = StoredRecords.bytes(failure.removal());
                failed.add(new Failed(StoredRecords.key(failure.document().id()), record));
                weight += record.length;
            }
        }
        if (weight > limit) {
            flush();
        }
    }

    private Passed passed(Judge.Passed judged) {
        Document document = judged.document();
        Sketch sketch = sketcher.sketch(document.text(), judged.telling());
        Sketched sketched = new Sketched(
                StoredRecords.key(document.id()),
                Sketched.urlHash(document.uri()),
                job.ranking().indexOf(document.collection()),
                settings.languages().indexOf(document.language()),
                Tally.bytesOf(document.text()),
                sketch);
        return new Passed(sketched, StoredRecords.bytes(new Removal(document, "", "", "", "")));
    }

    private void flush() {
        Run run = new Run(String.format(Locale.ROOT, "%s-%04d", name, runs.size()), passed.size(), failed.size());
        passed.sort(Comparator.comparingLong(each -> each.sketched().id()));
        failed.sort(Comparator.comparingLong(Failed::id));
        write(run.passedFile(job), passed, each -> each.sketched().id(), Passed::record);
        write(run.failedFile(job), failed, Failed::id, Failed::record);
        new SketchWriter(settings.duplicates())
                .write(job.sketches(run), passed.stream().map(Passed::sketched).toList());
        runs.add(run);
        passed.clear();
        failed.clear();
        weight = 0;
    }

    private interface Bytes<T> {
        byte[] of(T each);
    }

    private static <T> void write(Path file, List<T> all, ToLongFunction<T> key, Bytes<T> bytes) {
        try (RecordWriter out = new RecordWriter(file)) {
            all.forEach(each -> out.add(key.applyAsLong(each), bytes.of(each)));
            out.finish();
        }
    }

    /** All runs, the last one too. */
    List<Run> finish() {
        if (!passed.isEmpty() || !failed.isEmpty()) {
            flush();
        }
        return runs;
    }
}
