import dev.ayatori.corpus.classify.TextClassifier;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures how fast one thread predicts, in MB of UTF-8 a CPU second: {@code MODEL LINES.txt}, five rounds. */
final class ClassifierSpeed {
    public static void main(String[] arguments) throws Exception {
        TextClassifier classifier = TextClassifier.read(Path.of(arguments[0]));
        List<String> lines = Files.readAllLines(Path.of(arguments[1]));
        double megabytes = lines.stream().mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1).sum() / 1e6;
        for (int round = 0; round < 5; round++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int labels = 0;
            for (String line : lines) {
                labels += classifier.predict(line, 1).size();
            }
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
            System.out.printf("%.1f MB, %,d lines, %,d labels: %.1f MB/s%n", megabytes, lines.size(), labels, megabytes / seconds);
        }
    }
}
