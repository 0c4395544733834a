import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes fresh text of any size: words of a real text by Zipf's law, a tenth of them without a space between, so that new
 * strings never end. Equal arguments give equal text.
 *
 * <p>{@code java bench/ZipfText.java WORDS.txt MEGABYTES OUTPUT.txt}
 */
public final class ZipfText {
    private static final double EXPONENT = 1.0;
    private static final double JOINED = 0.1;

    public static void main(String[] arguments) throws IOException {
        List<String> words = words(Path.of(arguments[0]));
        double[] shares = new double[words.size()];
        double sum = 0;
        for (int rank = 0; rank < shares.length; rank++) {
            sum += 1 / Math.pow(rank + 2.7, EXPONENT);
            shares[rank] = sum;
        }
        long bytes = (long) (Double.parseDouble(arguments[1]) * 1_000_000);
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]))) {
            for (long written = 0; written < bytes; ) {
                StringBuilder line = new StringBuilder();
                for (int left = random.nextInt(8, 40); left > 0; left--) {
                    int found = java.util.Arrays.binarySearch(shares, random.nextDouble() * sum);
                    line.append(words.get(Math.min(shares.length - 1, found < 0 ? -found - 1 : found)));
                    line.append(random.nextDouble() < JOINED ? "" : " ");
                }
                out.append(line).append('\n');
                written += line.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1;
            }
        }
    }

    /** The different words of a text, the most frequent first. */
    private static List<String> words(Path file) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        for (String line : Files.readAllLines(file)) {
            breaks.setText(line);
            for (int start = breaks.first(), end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                if (Character.isLetterOrDigit(line.codePointAt(start))) {
                    counts.merge(line.substring(start, end), 1, Integer::sum);
                }
            }
        }
        List<String> words = new ArrayList<>(counts.keySet());
        words.sort((a, b) -> counts.get(a).equals(counts.get(b)) ? a.compareTo(b) : counts.get(b) - counts.get(a));
        return words;
    }
}
