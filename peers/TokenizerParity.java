import dev.ayatori.tokenizer.SubwordTokenizer;
import dev.ayatori.tokenizer.Tokenizers;
import dev.ayatori.tokenizer.encode.Unigram;
import dev.ayatori.tokenizer.format.SentencePieceModel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Compares our ids with those tokenizer_oracle.py wrote. */
public final class TokenizerParity {
    private TokenizerParity() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3 && args.length != 4) {
            throw new IllegalArgumentException("usage: java TokenizerParity.java MODEL LINES IDS [PRECISION]");
        }
        SubwordTokenizer tokenizer = args.length == 3
                ? Tokenizers.read(Path.of(args[0]))
                : new SubwordTokenizer(SentencePieceModel.readModel(Path.of(args[0]))
                        .pipeline(Unigram.Precision.valueOf(args[3])));
        byte[] text = Files.readAllBytes(Path.of(args[1]));
        long lines = 0;
        long different = 0;
        long nanos = 0;
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(Path.of(args[2])), 1 << 16))) {
            for (int from = 0; from < text.length; ) {
                int to = from;
                while (to < text.length && text[to] != '\n') {
                    to++;
                }
                byte[] line = Arrays.copyOfRange(text, from, to);
                long start = System.nanoTime();
                int[] ours = tokenizer.encode(line);
                nanos += System.nanoTime() - start;
                int[] theirs = new int[Integer.reverseBytes(in.readInt())];
                for (int i = 0; i < theirs.length; i++) {
                    theirs[i] = Integer.reverseBytes(in.readInt());
                }
                boolean fromString = lines % 16 == 0
                        && !Arrays.equals(tokenizer.encode(new String(line, StandardCharsets.UTF_8)), theirs);
                if (fromString || !Arrays.equals(ours, theirs)) {
                    if (++different <= 5) {
                        show(tokenizer, new String(line, StandardCharsets.UTF_8), ours, theirs);
                    }
                }
                lines++;
                from = to + 1;
            }
        }
        System.out.printf(
                "%s: %,d of %,d lines equal, %.1f MB/s%n",
                Path.of(args[0]).getFileName(), lines - different, lines, text.length * 1e3 / nanos);
        System.exit(different == 0 ? 0 : 1);
    }

    private static void show(SubwordTokenizer tokenizer, String line, int[] ours, int[] theirs) {
        int from = Math.max(0, Arrays.mismatch(ours, theirs) - 2);
        System.out.println("line: " + line.substring(0, Math.min(200, line.length())));
        System.out.println("  ours  " + pieces(tokenizer, ours, from));
        System.out.println("  peer  " + pieces(tokenizer, theirs, from));
    }

    private static String pieces(SubwordTokenizer tokenizer, int[] ids, int from) {
        StringBuilder shown = new StringBuilder();
        for (int i = from; i < Math.min(ids.length, from + 12); i++) {
            shown.append(ids[i]).append(' ').append(tokenizer.piece(ids[i])).append(" | ");
        }
        return shown.toString();
    }
}
