package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.pipeline.Patterns;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hugging Face's {@code tokenizer.json} for byte pairs over bytes.
 *
 * @param vocabulary symbols and pieces, these in GPT-2's alphabet of bytes
 * @param merges the two halves of each merge with a space between them, the earliest first
 * @param cl100k whether words are cut as cl100k does, else as GPT-2
 */
public record HuggingFaceBytePairs(Vocabulary vocabulary, List<String> merges, boolean cl100k) {
    public HuggingFaceBytePairs {
        merges = List.copyOf(merges);
    }

    /** Writes the file. */
    public void write(Path file) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", "1.0");
        root.put("truncation", null);
        root.put("padding", null);
        root.put("added_tokens", addedTokens());
        root.put("normalizer", null);
        root.put("pre_tokenizer", cl100k ? sequence() : byteLevel(true));
        root.put("post_processor", null);
        root.put("decoder", byteLevel(true));
        root.put("model", model());
        new HuggingFaceFile(Json.tree(root)).write(file);
    }

    private List<Object> addedTokens() {
        List<Object> added = new ArrayList<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            Piece piece = vocabulary.pieces().get(id);
            if (piece.kind() != PieceKind.NORMAL) {
                Map<String, Object> token = HuggingFaceTokenizer.addedToken(id, piece.text());
                token.put("special", piece.kind() != PieceKind.USER_DEFINED);
                added.add(token);
            }
        }
        return added;
    }

    private static Map<String, Object> sequence() {
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("type", "Split");
        split.put("pattern", Map.of("Regex", Patterns.CL100K));
        split.put("behavior", "Isolated");
        split.put("invert", false);
        Map<String, Object> sequence = new LinkedHashMap<>();
        sequence.put("type", "Sequence");
        sequence.put("pretokenizers", List.of(split, byteLevel(false)));
        return sequence;
    }

    private static Map<String, Object> byteLevel(boolean words) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("type", "ByteLevel");
        step.put("add_prefix_space", false);
        step.put("trim_offsets", true);
        step.put("use_regex", words);
        return step;
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("dropout", null);
        model.put("unk_token", null);
        model.put("continuing_subword_prefix", null);
        model.put("end_of_word_suffix", null);
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", false);
        model.put("vocab", vocabulary.ids());
        model.put("merges", merges);
        return model;
    }
}
