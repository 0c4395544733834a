import dev.ayatori.track.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

/**
 * Writes pages as JSON lines: real texts, each once, and pages that copy them, each of one to three pieces with up to five
 * characters changed. Equal arguments give equal files.
 *
 * <p>{@code java -cp LIB/* bench/CopiedPages.java MEGABYTES UNIQUE.jsonl COPIES-FOLDER TEXTS.jsonl.gz...}
 */
public final class CopiedPages {
    private static final int SHORTEST = 300;
    private static final int PIECES = 3;
    private static final int CHANGES = 5;
    private static final long FILE = 60_000_000;

    public static void main(String[] arguments) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : List.of(arguments).subList(3, arguments.length)) {
            read(Path.of(file), texts);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            for (int page = 0; page < texts.size(); page++) {
                write(out, texts.get(page), page);
            }
        }
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        SplittableRandom random = new SplittableRandom(1);
        int page = 0;
        for (long left = Long.parseLong(arguments[0]) * 1_000_000; left > 0; left -= FILE) {
            Path place = folder.resolve("pages-%09d.jsonl".formatted(page));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place))) {
                for (long written = 0; written < Math.min(FILE, left); page++) {
                    written += write(out, page(texts, random), page);
                }
            }
        }
    }

    private static void read(Path file, List<String> texts) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.lines()
                    .map(line -> Json.parse(line, Map.class).get("text").toString())
                    .filter(text -> text.length() >= SHORTEST)
                    .forEach(texts::add);
        }
    }

    private static String page(List<String> texts, SplittableRandom random) {
        StringBuilder page = new StringBuilder();
        for (int left = random.nextInt(1, PIECES + 1); left > 0; left--) {
            String text = texts.get(random.nextInt(texts.size()));
            int from = random.nextBoolean() ? 0 : random.nextInt(text.length());
            page.append(text, from, random.nextBoolean() ? text.length() : random.nextInt(from, text.length()));
        }
        for (int left = random.nextInt(CHANGES + 1); left > 0 && !page.isEmpty(); left--) {
            page.setCharAt(random.nextInt(page.length()), (char) ('あ' + random.nextInt(80)));
        }
        return page.toString();
    }

    private static int write(OutputStream out, String text, int page) throws IOException {
        String line = Json.line(Map.of("text", text, "url", "https://copies.example/" + page)) + "\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8); // '?' for half a character, where a piece was cut
        out.write(bytes);
        return bytes.length;
    }
}
