import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Encoding speed: lines of a file on one thread and on more, and adversarial texts of growing size. */
public final class EncodeSpeed {
    private static final int ROUNDS = 3;

    private EncodeSpeed() {}

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            throw new IllegalArgumentException("usage: java EncodeSpeed.java MODEL LINES MEGABYTES [adversarial]");
        }
        SubwordTokenizer tokenizer = Tokenizers.read(Path.of(args[0]));
        if (args.length > 3) {
            adversarial(tokenizer);
            return;
        }
        List<byte[]> lines = lines(Path.of(args[1]), Integer.parseInt(args[2]) * 1_000_000L);
        long bytes = lines.stream().mapToLong(line -> line.length).sum();
        for (int round = 0; round <= ROUNDS; round++) {
            long cpu = cpu();
            long tokens = 0;
            for (byte[] line : lines) {
                tokens += tokenizer.encode(line).length;
            }
            report(round, 1, bytes, cpu() - cpu, tokens);
        }
        for (int threads = 1; threads <= 2; threads++) {
            for (int round = 1; round <= ROUNDS; round++) {
                long start = System.nanoTime();
                long tokens = tokenizer.encodeAll(lines, threads).mapToLong(ids -> ids.length).sum();
                System.out.printf(
                        "batch, %d threads, round %d: %.2f MB/s (wall), %,d tokens%n",
                        threads, round, bytes * 1e3 / (System.nanoTime() - start), tokens);
            }
        }
    }

    private static void report(int round, int threads, long bytes, long nanos, long tokens) {
        if (round > 0) {
            System.out.printf(
                    "%d thread, round %d: %.2f MB/s (CPU), %,d tokens%n", threads, round, bytes * 1e3 / nanos, tokens);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<byte[]> lines(Path file, long limit) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        byte[] all;
        try (var in = Files.newInputStream(file)) {
            all = in.readNBytes((int) limit);
        }
        for (int from = 0; from < all.length; ) {
            int to = from;
            while (to < all.length && all[to] != '\n') {
                to++;
            }
            lines.add(Arrays.copyOfRange(all, from, to));
            from = to + 1;
        }
        return lines;
    }

    private static void adversarial(SubwordTokenizer tokenizer) {
        for (String kind : List.of("a", " ", "あ", "random")) {
            double[] seconds = new double[3];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < seconds.length; i++) {
                    byte[] text = text(kind, 250_000 << i);
                    long cpu = cpu();
                    tokenizer.encode(text);
                    double now = (cpu() - cpu) / 1e9;
                    seconds[i] = round == 0 ? now : Math.min(seconds[i], now);
                }
            }
            System.out.printf(
                    "%s: 250 kB %.3f s, 500 kB %.3f s, 1 MB %.3f s%n", kind, seconds[0], seconds[1], seconds[2]);
        }
    }

    private static byte[] text(String kind, int size) {
        byte[] text = new byte[size];
        if (kind.equals("random")) {
            new Random(1).nextBytes(text);
            return text;
        }
        byte[] unit = kind.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < size; i++) {
            text[i] = unit[i % unit.length];
        }
        return text;
    }
}
