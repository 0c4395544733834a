package dev.ayatori.corpus.build;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.CorpusStatistics.Flow;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import dev.ayatori.track.StageResult;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Brings together what the tasks made: quarantine, statistics, the hash of all records; then the work is thrown away. */
record Finish(Job job, Built built) {
    StageResult run() throws IOException {
        Funnel funnel = Funnel.empty();
        built.documents().forEach(part -> funnel.add(part.funnel()));
        built.removed().forEach(part -> funnel.add(part.funnel()));
        Flow total = funnel.total();
        checkSums(total);
        ContentHasher hasher = ContentHasher.create();
        addTable(built.documents(), hasher);
        addTable(built.removed(), hasher);
        writeQuarantine(hasher);
        CorpusStatistics statistics = new CorpusStatistics(
                total.read(),
                total.kept(),
                built.quarantined(),
                funnel.collections(),
                funnel.languages(),
                funnel.rules(),
                funnel.splits(),
                built.clusters(),
                funnel.personal(),
                funnel.cuts(),
                built.lines());
        Json.write(Path.of(job.output(), Corpus.STATISTICS), statistics);
        deleteWork();
        return new StageResult(
                hasher.hex(),
                Map.of(
                        "pages", built.read() + built.quarantined(),
                        "documents", total.kept().documents(),
                        "bytes", total.kept().bytes(),
                        "quarantined", built.quarantined()));
    }

    /** Every page is in one place: kept, removed or in quarantine. */
    private void checkSums(Flow total) {
        long removed =
                built.removed().stream().mapToLong(WriteTables.Written::rows).sum();
        long kept = total.kept().documents();
        if (built.read() != kept + removed || total.read().documents() != built.read()) {
            throw new IllegalStateException(
                    "%d documents were read, but %d were kept and %d removed".formatted(built.read(), kept, removed));
        }
        if (kept == 0) {
            throw new AyatoriException("no document is left of " + built.read()
                    + " that were read; loosen the filters or name more sources in the recipe");
        }
    }

    private static void addTable(List<WriteTables.Written> parts, ContentHasher hasher) {
        hasher.number(parts.stream().mapToLong(WriteTables.Written::rows).sum());
        parts.forEach(part -> part.hashes().forEach(hasher::text));
    }

    private void writeQuarantine(ContentHasher hasher) throws IOException {
        hasher.number(built.quarantined());
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(job.output(), Corpus.QUARANTINE))) {
            for (String partition : built.partitions()) {
                try (BufferedReader in = Files.newBufferedReader(job.file(Drafting.QUARANTINE, partition + ".jsonl"))) {
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        Quarantined page = Json.parse(line, Quarantined.class);
                        checkAllowed(page);
                        hasher.text(page.uri()).number(page.offset()).text(page.reason());
                        out.write(line + "\n");
                    }
                }
            }
        }
    }

    private void checkAllowed(Quarantined page) {
        if (job.settings().strict()) {
            throw new AyatoriException(
                    "%s cannot be read, at byte %d of %s: %s (the first of %d; without --strict they go into quarantine)"
                            .formatted(page.uri(), page.offset(), page.file(), page.reason(), built.quarantined()));
        }
    }

    private void deleteWork() throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(job.work()))) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
