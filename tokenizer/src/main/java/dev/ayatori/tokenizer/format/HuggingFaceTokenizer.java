package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Hugging Face's {@code tokenizer.json} for a Unigram vocabulary with byte fallback. */
public final class HuggingFaceTokenizer {
    /** The score of entries that text must never match; see the package. */
    static final double NEVER = -1_000_000;

    private static final String SPACE = String.valueOf(Vocabulary.SPACE);
    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");

    private HuggingFaceTokenizer() {}

    /** Writes the file. */
    public static void write(Path file, Vocabulary vocabulary) {
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
        Json.write(file, root);
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
                Map<String, Object> token = new LinkedHashMap<>();
                token.put("id", id);
                token.put("content", piece.text());
                token.put("single_word", false);
                token.put("lstrip", false);
                token.put("rstrip", false);
                token.put("normalized", false);
                token.put("special", true);
                added.add(token);
            }
        }
        return added;
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

    /** Reads a file of the same form; anything this encoder would do otherwise is refused by name. */
    public static Vocabulary read(Path file) {
        JsonNode root = Json.read(file, JsonNode.class);
        JsonNode model = root.path("model");
        expect(file, "model.type", model.path("type"), "\"Unigram\"");
        expect(file, "model.byte_fallback", model.path("byte_fallback"), "true");
        expect(file, "model.unk_id", model.path("unk_id"), "0");
        expect(file, "normalizer.type", root.path("normalizer").path("type"), "\"Replace\"");
        expect(file, "normalizer.content", root.path("normalizer").path("content"), Json.line(SPACE));
        if (!root.path("pre_tokenizer").isNull() && !root.path("pre_tokenizer").isMissingNode()) {
            throw new AyatoriException(file + ": pre_tokenizer must be null; other forms are not read");
        }
        return vocabulary(file, root, model.path("vocab"));
    }

    private static Vocabulary vocabulary(Path file, JsonNode root, JsonNode entries) {
        Map<Integer, String> special = new HashMap<>();
        for (JsonNode token : root.path("added_tokens")) {
            special.put(token.path("id").asInt(-1), token.path("content").asString(""));
        }
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (entry.size() != 2 || !entry.path(0).isString() || !entry.path(1).isNumber()) {
                throw new AyatoriException(
                        "%s: model.vocab[%d] must be [piece, score], but is %s".formatted(file, pieces.size(), entry));
            }
            String text = entry.path(0).asString();
            PieceKind kind = kind(pieces.size(), text, special);
            pieces.add(new Piece(text, kind == PieceKind.NORMAL ? entry.path(1).asDouble() : 0, kind));
        }
        if (pieces.isEmpty()) {
            throw new AyatoriException(file + ": model.vocab holds no piece");
        }
        return new Vocabulary(pieces);
    }

    private static PieceKind kind(int id, String text, Map<Integer, String> special) {
        if (id == 0) {
            return PieceKind.UNKNOWN;
        }
        if (text.equals(special.get(id))) {
            return PieceKind.CONTROL;
        }
        return BYTE.matcher(text).matches() ? PieceKind.BYTE : PieceKind.NORMAL;
    }

    private static void expect(Path file, String name, JsonNode found, String expected) {
        if (!found.toString().equals(expected)) {
            throw new AyatoriException("%s: %s must be %s, but is %s; other forms are not read"
                    .formatted(file, name, expected, found.isMissingNode() ? "missing" : found));
        }
    }
}
