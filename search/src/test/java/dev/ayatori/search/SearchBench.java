package dev.ayatori.search;

import com.sun.management.OperatingSystemMXBean;
import dev.ayatori.search.suffix.SuffixFile;
import dev.ayatori.track.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Measures the index on real text: CPU seconds to build a megabyte, median time of a count, CPU of a trace.
 *
 * <p>Arguments: megabytes of text to take, then files of JSON lines (gzip) whose records have a {@code text}.
 */
public final class SearchBench {
    private static final long SEED = 20_261_123;

    private final List<String> texts = new ArrayList<>();
    private long bytes;

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException {
        SearchBench bench = new SearchBench();
        long wanted = Long.parseLong(arguments[0]) * 1_000_000;
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            bench.read(Path.of(file), wanted / (arguments.length - 1));
        }
        Path folder = Files.createTempDirectory("search-bench");
        try {
            bench.build(Files.createDirectory(folder.resolve("exact")), false);
            bench.build(Files.createDirectory(folder.resolve("full")), true);
            bench.sortAgain(folder.resolve("exact"));
            try (SearchIndex index = SearchIndex.open(folder.resolve("full"))) {
                bench.queries(index);
            }
        } finally {
            delete(folder);
        }
    }

    private void read(Path file, long share) throws IOException {
        long end = bytes + share;
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && bytes < end; line = lines.readLine()) {
                String text = Json.parse(line, tools.jackson.databind.JsonNode.class)
                        .get("text")
                        .asString();
                texts.add(text);
                bytes += text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
    }

    private void build(Path folder, boolean fullText) throws IOException {
        long before = processCpu();
        try (IndexBuilder builder = IndexBuilder.create(folder, new IndexSettings(fullText))) {
            for (int i = 0; i < texts.size(); i++) {
                builder.add(TestIndex.document(i, false, 0, 0), texts.get(i));
            }
            builder.finish(TestIndex.NO_STEPS);
        }
        double seconds = (processCpu() - before) / 1e9;
        System.out.printf(
                "build %s: %d documents, %.1f MB, %.2f CPU-s, %.3f CPU-s/MB, %.2f x text on disk%n",
                fullText ? "with full text" : "without full text",
                texts.size(),
                bytes / 1e6,
                seconds,
                seconds / bytes * 1e6,
                (double) size(folder) / bytes);
    }

    /** Writes the suffix array once more, warm. */
    private void sortAgain(Path folder) throws IOException {
        long before = processCpu();
        SuffixFile.write(folder.resolve("text.bin"), folder.resolve("again.bin"));
        double seconds = (processCpu() - before) / 1e9;
        System.out.printf("suffix array, warm: %.2f CPU-s, %.3f CPU-s/MB%n", seconds, seconds / bytes * 1e6);
    }

    private void queries(SearchIndex index) {
        Random random = new Random(SEED);
        List<String> substrings = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            substrings.add(substring(random, 2 + random.nextInt(11)));
        }
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(answer(random));
        }
        for (int round = 0; round < 3; round++) {
            report("count, microseconds", substrings, query -> index.count(query), 1e3);
            report("trace of 1,350 bytes, milliseconds", answers, index::trace, 1e6);
            report("text, milliseconds", substrings.subList(0, 300), query -> index.text(query, 10), 1e6);
        }
    }

    private String substring(Random random, int codePoints) {
        while (true) {
            String text = texts.get(random.nextInt(texts.size()));
            if (text.length() > 2 * codePoints) {
                int from =
                        text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) - codePoints));
                return text.substring(from, text.offsetByCodePoints(from, codePoints));
            }
        }
    }

    /** 1,350 bytes of pieces of the corpus and of pieces turned around, as an answer is: partly known, partly new. */
    private String answer(Random random) {
        StringBuilder answer = new StringBuilder();
        while (answer.toString().getBytes(StandardCharsets.UTF_8).length < 1_350) {
            String piece = substring(random, 5 + random.nextInt(40));
            answer.append(random.nextInt(3) == 0 ? new StringBuilder(piece).reverse() : piece);
        }
        return answer.toString();
    }

    private interface Query {
        Object ask(String text);
    }

    private static void report(String what, List<String> texts, Query query, double unit) {
        double[] times = new double[texts.size()];
        long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            query.ask(texts.get(i));
            times[i] = (System.nanoTime() - start) / unit;
        }
        double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / unit / times.length;
        Arrays.sort(times);
        System.out.printf(
                "%s: median %.2f, 99 %% %.2f, CPU mean %.2f (%d queries)%n",
                what, times[times.length / 2], times[times.length * 99 / 100], cpu, times.length);
    }

    private static long processCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
