import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Makes examples for a classifier: {@code LINES-A-LABEL TRAIN.txt TEST.txt LABEL=TEXTS.jsonl.gz ...}. A line of a text, cut
 * at 40 characters, is an example; a sixth of all is held out. Equal files give equal examples.
 */
final class LabelledLines {
    public static void main(String[] arguments) throws IOException {
        int wanted = Integer.parseInt(arguments[0]);
        Random random = new Random(1);
        List<String> all = new ArrayList<>();
        for (String source : List.of(arguments).subList(3, arguments.length)) {
            String label = source.substring(0, source.indexOf('='));
            List<String> lines = lines(Path.of(source.substring(label.length() + 1)), wanted * 6);
            Collections.shuffle(lines, random);
            lines.stream().limit(wanted).forEach(line -> all.add("__label__" + label + " " + line));
        }
        Collections.shuffle(all, random);
        int held = all.size() / 6;
        Files.write(Path.of(arguments[1]), all.subList(held, all.size()));
        Files.write(Path.of(arguments[2]), all.subList(0, held));
    }

    private static List<String> lines(Path file, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String json = in.readLine(); json != null && lines.size() < most; json = in.readLine()) {
                for (String line : text(json).split("\\R")) {
                    String plain = line.strip().replaceAll("\\s+", " ");
                    plain = plain.substring(0, plain.offsetByCodePoints(0, Math.min(40, plain.codePointCount(0, plain.length()))));
                    if (plain.length() >= 8) {
                        lines.add(plain);
                    }
                }
            }
        }
        return lines;
    }

    /** The field "text" of a line of JSON. */
    private static String text(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = json.indexOf("\"text\":") + 7, quotes = 0; quotes < 2 && i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                quotes++;
            } else if (c == '\\') {
                c = json.charAt(++i);
                if (c == 'u') {
                    text.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                    i += 4;
                } else {
                    text.append(c == 'n' || c == 'r' ? '\n' : c == 't' ? '\t' : c);
                }
            } else if (quotes == 1) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
