package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hugging Face's {@code tokenizer.json} for a Unigram vocabulary with byte fallback. */
public final class HuggingFaceTokenizer {
    /** The score of entries that text must never match; see the package. */
    static final double NEVER = -1_000_000;

    private static final String SPACE = String.valueOf(Vocabulary.SPACE);

    private HuggingFaceTokenizer() {}

    /** Writes the file. */
    public static void write(Path file, Vocabulary vocabulary) {
        file(vocabulary).write(file);
    }

    /** The file of a vocabulary. */
    public static HuggingFaceFile file(Vocabulary vocabulary) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", "1.0");
        root.put("truncation", null);
        root.put("padding", null);
        root.put("added_tokens", addedTokens(vocabulary));
        root.put("normalizer", replace(" ", SPACE));
        root.put("pre_tokenizer", null);
        root.put("post_processor", null);
        Map<String, Object> decoder = new LinkedHashMap<>();
        decoder.put("type", "Sequence");
        decoder.put("decoders", List.of(replace(SPACE, " "), Map.of("type", "ByteFallback"), Map.of("type", "Fuse")));
        root.put("decoder", decoder);
        root.put("model", model(vocabulary));
        return new HuggingFaceFile(Json.tree(root));
    }

    private static Map<String, Object> replace(String pattern, String content) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("type", "Replace");
        step.put("pattern", Map.of("String", pattern));
        step.put("content", content);
        return step;
    }

    private static List<Object> addedTokens(Vocabulary vocabulary) {
        List<Object> added = new ArrayList<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            Piece piece = vocabulary.pieces().get(id);
            if (piece.kind() == PieceKind.CONTROL || piece.kind() == PieceKind.UNKNOWN) {
                added.add(addedToken(id, piece.text()));
            }
        }
        return added;
    }

    static Map<String, Object> addedToken(int id, String content) {
        Map<String, Object> token = new LinkedHashMap<>();
        token.put("id", id);
        token.put("content", content);
        token.put("single_word", false);
        token.put("lstrip", false);
        token.put("rstrip", false);
        token.put("normalized", false);
        token.put("special", true);
        return token;
    }

    private static Map<String, Object> model(Vocabulary vocabulary) {
        List<List<Object>> entries = new ArrayList<>();
        for (Piece piece : vocabulary.pieces()) {
            entries.add(List.of(piece.text(), piece.kind() == PieceKind.NORMAL ? piece.score() : NEVER));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "Unigram");
        model.put("unk_id", 0);
        model.put("vocab", entries);
        model.put("byte_fallback", true);
        return model;
    }

    /** Reads the pieces of a file. */
    public static Vocabulary read(Path file) {
        return HuggingFaceFile.pipeline(file).vocabulary();
    }
}
