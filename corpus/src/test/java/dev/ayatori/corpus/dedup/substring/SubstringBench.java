package dev.ayatori.corpus.dedup.substring;

import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.corpus.dedup.KeyRange;
import dev.ayatori.corpus.engine.EngineSettings;
import dev.ayatori.corpus.engine.LocalEngine;
import dev.ayatori.corpus.engine.Task;
import dev.ayatori.corpus.spill.RecordReader;
import dev.ayatori.corpus.spill.RecordSorter;
import dev.ayatori.corpus.spill.RecordWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts the copied substrings out of generated text: pages of their own, one text of 200 kB again and again, and pages of
 * which nine in ten are others with small changes. The text is written to record files first, which is not measured.
 */
final class SubstringBench {
    private static final int WINDOW = 200;
    private static final int PARTITIONS = 16;
    private static final int PARTS = 16;
    private static final int LONG_TEXT = 200_000 / 3;

    private final Path folder;
    private final LocalEngine engine;
    private final AtomicLong characters = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private final AtomicIntegerArray anchors = new AtomicIntegerArray(PARTITIONS);
    private final AtomicIntegerArray contexts = new AtomicIntegerArray(PARTITIONS);

    private SubstringBench(Path folder, LocalEngine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /** Arguments: threads, a folder for the work, megabytes of UTF-8, then kinds of text: unique, copies, near. */
    public static void main(String[] arguments) throws Exception {
        BenchTexts texts = new BenchTexts(1);
        String copied = texts.text(0, LONG_TEXT);
        for (String kind : List.of(arguments).subList(3, arguments.length)) {
            Path folder = Files.createTempDirectory(Path.of(arguments[1]), "substrings");
            EngineSettings settings = new EngineSettings(Integer.parseInt(arguments[0]), 0, "", new TreeMap<>());
            try (LocalEngine engine = new LocalEngine(settings)) {
                LongFunction<String> text = switch (kind) {
                    case "unique" -> texts::page;
                    case "copies" -> number -> copied;
                    case "near" -> texts::nearCopy;
                    default -> throw new IllegalArgumentException("no such text: " + kind);
                };
                new SubstringBench(folder, engine).run(kind, text, Long.parseLong(arguments[2]) * 1_000_000);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private void run(String kind, LongFunction<String> text, long size) throws Exception {
        each(PARTITIONS, partition -> write(partition, text, size / PARTITIONS));
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Duration begun = cpu();
        long wall = System.nanoTime();
        each(PARTITIONS, this::anchors);
        Duration read = cpu();
        each(
                PARTS,
                part -> Substrings.merge(
                        names("anchors", anchors), part(part), file("merged", part), file("open", part)));
        Duration merged = cpu();
        each(PARTITIONS, this::contexts);
        each(
                PARTS,
                part -> Substrings.compare(
                        WINDOW,
                        names("contexts", contexts),
                        part(part),
                        file("compared", part),
                        engine.memoryPerTask()));
        Duration compared = cpu();
        each(PARTITIONS, this::cut);
        Duration all = cpu();
        double megabytes = bytes.get() / 1e6;
        double seconds = seconds(begun, all);
        System.out.printf(
                Locale.ROOT,
                "%-7s %,.0f MB, %,d characters, %.1f %% left: %.1f s wall, %.1f CPU s (anchors %.1f, merging %.1f,"
                        + " contexts %.1f, cutting %.1f), %.1f MB a CPU s; peak heap %d MB, peak RSS %s%n",
                kind,
                megabytes,
                characters.get(),
                100.0 * left.get() / characters.get(),
                (System.nanoTime() - wall) / 1e9,
                seconds,
                seconds(begun, read),
                seconds(read, merged),
                seconds(merged, compared),
                seconds(compared, all),
                megabytes / seconds,
                pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\D", "") + " kB")
                        .findFirst()
                        .orElse("unknown"));
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static double seconds(Duration from, Duration to) {
        return to.minus(from).toMillis() / 1000.0;
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private interface Numbered {
        void run(int number) throws IOException, InterruptedException;
    }

    private void each(int count, Numbered work) throws InterruptedException {
        IntConsumer done = number -> {};
        engine.run(
                IntStream.range(0, count)
                        .mapToObj(number -> (Task) () -> work.run(number))
                        .toList(),
                done);
    }

    private static KeyRange part(int number) {
        return new KeyRange(number, PARTS);
    }

    private Path file(String kind, int number) {
        return folder.resolve(kind + number);
    }

    private List<Path> files(String kind) {
        return IntStream.range(0, PARTS).mapToObj(part -> file(kind, part)).toList();
    }

    private List<Path> names(String kind, AtomicIntegerArray counts) {
        return IntStream.range(0, PARTITIONS)
                .boxed()
                .flatMap(partition -> RecordSorter.names(file(kind, partition).toString(), counts.get(partition)))
                .map(Path::of)
                .toList();
    }

    private void write(int partition, LongFunction<String> text, long size) {
        try (RecordWriter out = new RecordWriter(file("texts", partition))) {
            long offset = 0;
            long written = 0;
            for (long i = partition; written < size; i += PARTITIONS) {
                String page = text.apply(i);
                byte[] utf8 = page.getBytes(StandardCharsets.UTF_8);
                offset += page.length();
                written += utf8.length;
                out.add(offset, utf8);
            }
            out.finish();
            characters.addAndGet(offset);
            bytes.addAndGet(written);
        }
    }

    private static String text(RecordReader reader) {
        return new String(reader.record(), StandardCharsets.UTF_8);
    }

    private static long owner(RecordReader reader, int partition) {
        return (long) reader.index() * PARTITIONS + partition;
    }

    private void anchors(int partition) {
        Path place = file("anchors", partition);
        try (RecordReader texts = RecordReader.open(file("texts", partition));
                AnchorWriter writer =
                        new AnchorWriter(WINDOW, partition, place, file("own", partition), engine.memoryPerTask())) {
            while (texts.next()) {
                String text = text(texts);
                writer.add(text, owner(texts, partition), texts.key() - text.length());
            }
            anchors.set(partition, writer.finish());
        }
    }

    private void contexts(int partition) {
        try (RecordReader texts = RecordReader.open(file("texts", partition));
                Arena arena = Arena.ofConfined()) {
            ContextWriter writer = new ContextWriter(
                    WINDOW,
                    Copies.of(files("open"), partition, arena),
                    file("contexts", partition),
                    engine.memoryPerTask());
            while (texts.next()) {
                if (writer.wants(texts.key())) {
                    String text = text(texts);
                    writer.add(text, owner(texts, partition), texts.key() - text.length());
                }
            }
            contexts.set(partition, writer.finish());
        }
    }

    private void cut(int partition) {
        List<Path> all = Stream.of(List.of(file("own", partition)), files("merged"), files("compared"))
                .flatMap(List::stream)
                .toList();
        try (RecordReader texts = RecordReader.open(file("texts", partition));
                Arena arena = Arena.ofConfined()) {
            Copies copies = new Copies(WINDOW, Copies.of(all, partition, arena));
            while (texts.next()) {
                String text = text(texts);
                List<Cut> cuts = copies.next(text, texts.key() - text.length());
                left.addAndGet(Cut.remains(text, cuts).length());
            }
        }
    }
}
