package dev.ayatori.corpus.ngram;

import com.sun.management.OperatingSystemMXBean;
import dev.ayatori.track.Progress;
import dev.ayatori.track.terminal.LineProgress;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Estimates a model from a text file and asks it for the perplexity of another, in CPU time of this process. */
final class NgramBench {
    private static final int ROUNDS = 3;

    private NgramBench() {}

    /** Arguments: training text, where to write the model, words or characters, megabytes, threads, and a text to judge or none. */
    public static void main(String[] arguments) throws Exception {
        Path text = Path.of(arguments[0]);
        Path arpa = Path.of(arguments[1]);
        NgramSettings settings = NgramSettings.of(5, TextUnit.valueOf(arguments[2].toUpperCase(Locale.ROOT)));
        long memory = Long.parseLong(arguments[3]) << 20;
        int threads = Integer.parseInt(arguments[4]);
        long begin = cpu();
        long wall = System.nanoTime();
        NgramTrainer.Trained trained =
                new NgramTrainer(settings, memory, threads, LineProgress.plain(System.err)).train(text, arpa);
        tell("training", Files.size(text), begin, wall);
        System.out.printf(Locale.ROOT, "%s, model of %.1f MB%n", trained, Files.size(arpa) / 1e6);
        if (arguments.length > 5) {
            begin = cpu();
            wall = System.nanoTime();
            NgramModel model = NgramModel.read(arpa, settings.unit(), Progress.silent());
            tell("reading the model", Files.size(arpa), begin, wall);
            String judged = Files.readString(Path.of(arguments[5]));
            for (int round = 0; round < ROUNDS; round++) {
                begin = cpu();
                wall = System.nanoTime();
                Perplexity perplexity = model.perplexity(judged);
                tell("judging", Files.size(Path.of(arguments[5])), begin, wall);
                System.out.printf(Locale.ROOT, "perplexity %.3f of %d units%n", perplexity.value(), perplexity.units());
            }
        }
    }

    private static void tell(String what, long bytes, long cpu, long wall) {
        double seconds = (cpu() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f MB in %.1f CPU s (%.2f MB/s), %.1f s%n",
                what,
                bytes / 1e6,
                seconds,
                bytes / 1e6 / seconds,
                (System.nanoTime() - wall) / 1e9);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
