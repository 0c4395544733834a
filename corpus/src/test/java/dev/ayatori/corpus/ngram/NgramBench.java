package dev.ayatori.corpus.ngram;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Estimates a model from a text file and asks it for the perplexity of another, in CPU time of this process's thread. */
final class NgramBench {
    private NgramBench() {}

    /** Arguments: training text, where to write the model, words or characters, megabytes of buffer, and a text to judge or none. */
    public static void main(String[] arguments) throws Exception {
        Path text = Path.of(arguments[0]);
        Path arpa = Path.of(arguments[1]);
        NgramSettings settings = new NgramSettings(5, TextUnit.valueOf(arguments[2].toUpperCase(Locale.ROOT)));
        long begin = cpu();
        int spills = NgramTrainer.train(settings, text, arpa, Long.parseLong(arguments[3]) << 20);
        double seconds = (cpu() - begin) / 1e9;
        List<String> head;
        try (var lines = Files.lines(arpa)) {
            head = lines.limit(6).toList();
        }
        System.out.printf(
                Locale.ROOT,
                "%.1f MB in %.1f CPU s: %.2f MB/s, %d spills, model of %.1f MB, %s%n",
                Files.size(text) / 1e6,
                seconds,
                Files.size(text) / 1e6 / seconds,
                spills,
                Files.size(arpa) / 1e6,
                head);
        if (arguments.length > 4) {
            ArpaModel model = ArpaModel.read(arpa, settings.unit());
            String judged = Files.readString(Path.of(arguments[4]));
            begin = cpu();
            Perplexity perplexity = model.perplexity(judged);
            System.out.printf(
                    Locale.ROOT,
                    "perplexity %.3f of %d units, %.1f MB/s%n",
                    perplexity.value(),
                    perplexity.units(),
                    Files.size(Path.of(arguments[4])) * 1e3 / (cpu() - begin));
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
