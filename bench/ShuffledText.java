import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Writes new sentences of any size: each of some clauses of a real text, drawn at random. Clauses repeat, as phrases do in real
 * text; what stands across their borders is new. Equal arguments give equal text.
 *
 * <p>{@code java bench/ShuffledText.java TEXT.txt MEGABYTES OUTPUT.txt}
 */
public final class ShuffledText {
    private static final int FEWEST = 2;
    private static final int MOST = 6;

    public static void main(String[] arguments) throws IOException {
        List<byte[]> clauses = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
            lines.forEach(line -> Stream.of(line.strip().split("(?<=[,.;:!?] |[、。，．])"))
                    .filter(clause -> !clause.isBlank())
                    .forEach(clause -> clauses.add(clause.strip().getBytes(StandardCharsets.UTF_8))));
        }
        long bytes = (long) (Double.parseDouble(arguments[1]) * 1_000_000);
        SplittableRandom random = new SplittableRandom(1);
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])), 1 << 20)) {
            for (long written = 0; written < bytes; ) {
                for (int left = random.nextInt(FEWEST, MOST + 1); left > 0; left--) {
                    byte[] clause = clauses.get(random.nextInt(clauses.size()));
                    out.write(clause);
                    boolean spaced = left > 1 && clause[clause.length - 1] > 0;
                    if (spaced) {
                        out.write(' ');
                    }
                    written += clause.length + (spaced ? 1 : 0);
                }
                out.write('\n');
                written++;
            }
        }
    }
}
