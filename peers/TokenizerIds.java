import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Writes 10,000 samples of a run's corpus with our ids, for tokenizer_ids.py: lines, chunks of lines, odd characters. */
public final class TokenizerIds {
    private static final int SAMPLES = 10_000;
    private static final String[] ODD = {
        "😀", "👩‍👩‍👧", "\u0000", "\u0001", "\t", "\r\n", "\u00a0", "\u3000", "𠮷野家", "é", "e\u0301", "<s>", "</s>", "<unk>",
        "<0x0A>", "<|user|>", "<pad>", "\ufeff", "\u200b", "   ", "\n\n", "￥", "①", "㍻", "한국어", "العربية", "\ufffd", "ｶﾞ",
        "\u007f", "\u2028"
    };

    private TokenizerIds() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: java TokenizerIds.java RUN_FOLDER SAMPLES.jsonl");
        }
        Path run = Path.of(args[0]);
        SubwordTokenizer tokenizer = Tokenizers.of(Artifact.open(run.resolve("tokenizer")));
        List<List<String>> documents = new ArrayList<>();
        try (Stream<Document> stream = Corpus.open(Artifact.open(run.resolve("corpus"))).documents()) {
            stream.forEach(document -> documents.add(document.text().lines().toList()));
        }
        documents.removeIf(List::isEmpty);
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            int written = 0;
            while (written < SAMPLES) {
                String text = sample(documents.get(random.nextInt(documents.size())), random);
                // both peers take U+2581 for a space and lose it; ours keeps it as bytes
                if (text.indexOf('\u2581') < 0) {
                    out.write(Json.line(Map.of("text", text, "ids", tokenizer.encode(text))) + "\n");
                    written++;
                }
            }
        }
    }

    private static String sample(List<String> lines, Random random) {
        int line = random.nextInt(lines.size());
        int kind = random.nextInt(10);
        if (kind < 6) {
            return lines.get(line);
        }
        if (kind < 8) {
            return String.join("\n", lines.subList(line, Math.min(lines.size(), line + 2 + random.nextInt(60))));
        }
        StringBuilder text = new StringBuilder(lines.get(line));
        for (int i = 0; i < 4; i++) {
            int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
            text.insert(at, ODD[random.nextInt(ODD.length)]);
        }
        return text.toString();
    }
}
