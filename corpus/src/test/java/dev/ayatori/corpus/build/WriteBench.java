package dev.ayatori.corpus.build;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.DocumentTable;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.Tally;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordWriter;
import dev.ayatori.corpus.table.ParquetTable;
import dev.ayatori.track.ContentHasher;
import dev.ayatori.track.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Measures what documents cost between the rules and the finished tables: to the work's files, and from there to Parquet. */
final class WriteBench {
    private WriteBench() {}

    /** Arguments: a folder to write in, and a JSONL.gz of records with a "text". */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<Document> documents = documents(Path.of(arguments[1]));
        long bytes =
                documents.stream().mapToLong(each -> Tally.bytesOf(each.text())).sum();
        for (int round = 0; round < 5; round++) {
            Path records = folder.resolve("records");
            double spilled = seconds(() -> spill(documents, records));
            double written = seconds(() -> write(records, folder.resolve("documents-00000.parquet")));
            System.out.printf(
                    Locale.ROOT,
                    "%,d documents, %.1f MB: to work files %.0f MB a CPU s, from there to Parquet %.0f, both %.0f%n",
                    documents.size(),
                    bytes / 1e6,
                    bytes / 1e6 / spilled,
                    bytes / 1e6 / written,
                    bytes / 1e6 / (spilled + written));
        }
    }

    private static double seconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private static void spill(List<Document> documents, Path file) {
        try (RecordWriter out = new RecordWriter(file)) {
            for (Document document : documents) {
                out.add(0, StoredRecords.bytes(new Removal(document, "", "", "", "")));
            }
            out.finish();
        }
    }

    private static void write(Path records, Path table) {
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

    private static List<Document> documents(Path file) throws Exception {
        List<Document> documents = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String uri = "file:" + documents.size();
                var attributes = new TreeMap<String, String>();
                for (int i = 0; i < 15; i++) {
                    attributes.put("rule-number-" + i, "0." + 1000 * i);
                }
                String text = Json.mapper().readTree(line).get("text").asString();
                documents.add(new Document(
                        Document.idOf(uri), text, uri, "bench", "CC0-1.0", "2026-01-01", "ja", attributes));
            }
        }
        return documents;
    }
}
