package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.encode.BytePairs;
import dev.ayatori.tokenizer.encode.MergeRules;
import dev.ayatori.tokenizer.encode.UnknownTokens;
import dev.ayatori.tokenizer.normalise.Normaliser;
import dev.ayatori.tokenizer.pipeline.AddedTokens;
import dev.ayatori.tokenizer.pipeline.Detokeniser;
import dev.ayatori.tokenizer.pipeline.Frame;
import dev.ayatori.tokenizer.pipeline.Patterns;
import dev.ayatori.tokenizer.pipeline.Pipeline;
import dev.ayatori.tokenizer.pipeline.Roles;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tiktoken file: on each line the bytes of a token in Base64, a space, and its rank, which is its id.
 *
 * <p>The file does not say how words are cut nor which symbols there are. Up to 50,256 ranks it is taken for a vocabulary of
 * GPT-2 and cut as such, beyond for one of cl100k; {@code <|endoftext|>} is the id after the last.
 *
 * @param ranks bytes as characters U+0000 to U+00FF, and their ranks
 */
public record TiktokenFile(Map<String, Integer> ranks) {
    private static final int GPT2_RANKS = 50_256;

    /** Reads a file; a line of another form is named. */
    public static TiktokenFile read(Path file) {
        try {
            Map<String, Integer> ranks = new LinkedHashMap<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isEmpty()) {
                    add(line, number, ranks);
                }
            }
            return new TiktokenFile(ranks);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static void add(String line, int number, Map<String, Integer> ranks) {
        int space = line.indexOf(' ');
        try {
            String bytes = new String(
                    Base64.getDecoder().decode(line.substring(0, Math.max(0, space))), StandardCharsets.ISO_8859_1);
            int rank = Integer.parseInt(line.substring(space + 1));
            if (rank < 0 || rank > 16_000_000 || bytes.isEmpty() || ranks.put(bytes, rank) != null) {
                throw new IllegalArgumentException("a rank must be at least 0 and a token stand in one line");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ", '" + line + "': " + e.getMessage(), e);
        }
    }

    /** Writes the file. */
    public void write(Path file) {
        StringBuilder out = new StringBuilder();
        ranks.forEach((bytes, rank) -> out.append(
                        Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .append(' ')
                .append(rank)
                .append('\n'));
        try {
            Files.writeString(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tokenizer of this file. */
    public Pipeline pipeline() {
        int end = ranks.values().stream().mapToInt(i -> i).max().orElse(-1) + 1;
        Map<Integer, String> texts = new HashMap<>();
        ranks.forEach((bytes, rank) -> {
            if (texts.put(rank, bytes) != null) {
                throw new IllegalArgumentException("two tokens have rank " + rank);
            }
        });
        ByteAlphabet alphabet = new ByteAlphabet();
        List<Piece> pieces = new ArrayList<>();
        byte[][] bytes = new byte[end + 1][];
        for (int id = 0; id < end; id++) {
            String text = texts.getOrDefault(id, "");
            pieces.add(new Piece(alphabet.encode(text), 0, text.isEmpty() ? PieceKind.UNUSED : PieceKind.NORMAL));
            bytes[id] = text.getBytes(StandardCharsets.ISO_8859_1);
        }
        pieces.add(new Piece("<|endoftext|>", 0, PieceKind.CONTROL));
        bytes[end] = new byte[0];
        MergeRules rules = MergeRules.ofRanks(ranks, ranks, new MergeRules.Kind(true, true));
        return new Pipeline(
                new Vocabulary(pieces),
                new AddedTokens(
                        List.of(new AddedTokens.Added(end, "<|endoftext|>", true, false, AddedTokens.Edges.PLAIN)),
                        text -> text),
                Normaliser.IDENTITY,
                ranks.size() <= GPT2_RANKS ? Patterns.gpt2() : Patterns.cl100k(),
                new BytePairs(rules, new UnknownTokens(-1, new int[0], false), Map.of()),
                new Detokeniser(bytes, Detokeniser.Start.KEPT, id -> false),
                Frame.NONE,
                new Roles(-1, end, end, -1));
    }
}
