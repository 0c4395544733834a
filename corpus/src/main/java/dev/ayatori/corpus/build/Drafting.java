package dev.ayatori.corpus.build;

import dev.ayatori.corpus.build.draft.Draft;
import dev.ayatori.corpus.build.draft.Partition;
import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.spill.WholeFile;
import dev.ayatori.track.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Reads a partition's pages into drafts; what cannot be read or extracted goes into the partition's quarantine. */
final class Drafting implements PageSink {
    static final String QUARANTINE = "quarantine";

    private final BufferedWriter quarantine;
    private final Consumer<Draft> drafts;
    private String language = "";
    private long quarantined;

    private Drafting(BufferedWriter quarantine, Consumer<Draft> drafts) {
        this.quarantine = quarantine;
        this.drafts = drafts;
    }

    /** Hands every draft on; returns how many pages went into quarantine. */
    static long read(Job job, Partition partition, Consumer<Draft> drafts) throws IOException {
        WholeFile file = WholeFile.at(job.file(QUARANTINE, partition.name() + ".jsonl"));
        long quarantined;
        try (BufferedWriter out = Files.newBufferedWriter(file.draft())) {
            Drafting drafting = new Drafting(out, drafts);
            for (InputFile input : partition.files()) {
                drafting.language = input.reading().language();
                InputReader.read(input, drafting);
            }
            quarantined = drafting.quarantined;
        }
        file.publish();
        return quarantined;
    }

    @Override
    public void page(RawPage page) {
        checkInterrupted();
        Draft draft;
        try {
            draft = Draft.of(page, language);
        } catch (RuntimeException e) {
            // one broken page must not stop ten thousand others, whatever the parser throws on it
            quarantined(Quarantined.at(page.place(), "its text could not be extracted: " + e));
            return;
        }
        drafts.accept(draft);
    }

    @Override
    public void quarantined(Quarantined page) {
        checkInterrupted();
        try {
            quarantine.write(Json.line(page) + "\n");
            quarantined++;
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the quarantine: " + e.getMessage(), e);
        }
    }

    /** An interrupt closes files: what cannot be read then is not the page's fault. */
    private static void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
