package dev.ayatori.corpus;

import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.InputFiles;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.track.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;

/** Reads all pages into drafts, many at a time; what cannot be read goes into quarantine. */
final class Intake implements PageSink {
    private final Workers workers;
    private final Progress progress;
    private final List<Future<Object>> results = new ArrayList<>();
    private final List<Quarantined> unread = new ArrayList<>();

    private Intake(Workers workers, Progress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /** Drafts in the order of the sources; quarantined pages in the order of their uri. */
    record Taken(List<Draft> drafts, List<Quarantined> quarantined) {}

    static Taken read(Path sources, Workers workers, Progress progress) throws InterruptedException {
        Intake intake = new Intake(workers, progress);
        progress.start("reading pages", 0, "pages");
        InputFiles.list(sources).forEach(file -> InputReader.read(file, intake));
        Taken taken = intake.taken();
        progress.finish();
        return taken;
    }

    @Override
    public void page(RawPage page) {
        results.add(workers.submit(page, Intake::draft));
        progress.advance(1);
    }

    @Override
    public void quarantined(Quarantined page) {
        unread.add(page);
    }

    /** One broken page must not stop ten thousand others, whatever the parser throws on it. */
    private static Object draft(RawPage page) {
        try {
            return Draft.of(page);
        } catch (RuntimeException e) {
            return Quarantined.at(page.place(), "its text could not be extracted: " + e);
        }
    }

    private Taken taken() throws InterruptedException {
        List<Draft> drafts = new ArrayList<>();
        List<Quarantined> quarantined = new ArrayList<>(unread);
        for (Object result : Workers.all(results)) {
            switch (result) {
                case Draft draft -> drafts.add(draft);
                case Quarantined page -> quarantined.add(page);
                default -> throw new AssertionError(result);
            }
        }
        quarantined.sort(Comparator.comparing(Quarantined::uri));
        return new Taken(drafts, quarantined);
    }
}
