package dev.ayatori.corpus.build;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.DocumentTable;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.build.draft.StoredRecords;
import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Lists;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.corpus.page.InputFile;
import dev.ayatori.corpus.page.PageContent;
import dev.ayatori.corpus.page.PageSink;
import dev.ayatori.corpus.page.Quarantined;
import dev.ayatori.corpus.page.RawPage;
import dev.ayatori.corpus.read.InputReader;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordWriter;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.track.ContentHasher;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures texts on their whole way through the rules on one thread, JSON lines in and Parquet out, in megabytes of UTF-8
 * per second of the thread's CPU time: read and judged into the work's files, and from there into a table with its hash.
 */
final class FilterBench {
    private static final int ROUNDS = 4;

    private final Path input;
    private final Path records;
    private final Path table;
    private final Lists lists;
    private long bytes;
    private long kept;

    private FilterBench(Path folder, Path input, Lists lists) {
        this.input = input;
        this.records = folder.resolve("records");
        this.table = folder.resolve("documents-00000.parquet");
        this.lists = lists;
    }

    /** Arguments: a folder to write in, a file of JSON lines with a "text", and word lists as NAME=FILE. */
    public static void main(String[] arguments) throws Exception {
        TreeMap<String, List<String>> words = new TreeMap<>();
        for (String list : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            String[] named = list.split("=", 2);
            words.put(
                    named[0],
                    Files.readAllLines(Path.of(named[1])).stream()
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
        FilterBench bench = new FilterBench(
                Files.createDirectories(Path.of(arguments[0])), Path.of(arguments[1]), new Lists(words));
        List<Filter> llmJp = Preset.LLM_JP_V1.filters("ja", bench.lists);
        bench.measure("no rules", List.of());
        bench.measure("llm-jp-v1", llmJp);
        bench.measure(
                "llm-jp-v1 without compression",
                llmJp.stream()
                        .filter(filter -> !filter.name().equals("compression"))
                        .toList());
        bench.measure("all heuristics", Preset.EVERYTHING.filters("ja", bench.lists));
    }

    private void measure(String what, List<Filter> filters) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            bytes = 0;
            kept = 0;
            double judging = seconds(() -> judge(filters));
            double writing = seconds(this::write);
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %.1f MB, %,d kept: judged %.1f, written %.1f, end to end %.1f MB a CPU s%n",
                    what,
                    bytes / 1e6,
                    kept,
                    bytes / 1e6 / judging,
                    bytes / 1e6 / writing,
                    bytes / 1e6 / (judging + writing));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private void judge(List<Filter> filters) throws Exception {
        InputFile file = new InputFile(
                input.toString(), "file:texts", "bench", "", "", ReadSettings.defaults(), 0, Files.size(input));
        try (RecordWriter out = new RecordWriter(records)) {
            InputReader.read(file, new PageSink() {
                @Override
                public void page(RawPage page) {
                    out.add(0, StoredRecords.bytes(new Removal(document(page, filters), "", "", "", "")));
                }

                @Override
                public void quarantined(Quarantined page) {
                    throw new IllegalStateException(page.toString());
                }
            });
            out.finish();
        }
    }

    private Document document(RawPage page, List<Filter> filters) {
        String text = ((PageContent.Text) page.content()).text();
        TextView view = TextView.of(text, new TextView.About(page.uri(), "", page.metadata()));
        TreeMap<String, String> attributes = new TreeMap<>();
        boolean good = true;
        for (Filter filter : filters) {
            if (filter.applies(view)) {
                var verdict = filter.judge(view);
                attributes.put(filter.name(), verdict.value());
                good &= verdict.kept();
            }
        }
        kept += good ? 1 : 0;
        bytes += Tally.bytesOf(text);
        return new Document(
                Document.idOf(page.uri()), text, page.uri(), "bench", "CC0-1.0", "2026-01-01", "ja", attributes);
    }

    private void write() {
        ContentHasher hasher = ContentHasher.create();
        Funnel funnel = Funnel.empty();
        try (RecordReader in = RecordReader.open(records)) {
            ParquetTable.write(
                    table,
                    DocumentTable.DOCUMENT_COLUMNS,
                    Stream.generate(in::next).takeWhile(more -> more).map(more -> {
                        Document document = StoredRecords.removal(in.record()).document();
                        DocumentTable.hash(document, hasher);
                        funnel.kept(document);
                        return DocumentTable.row(document);
                    }));
        }
    }
}
