package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.pipeline.Pipeline;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * GPT-2's two files: {@code vocab.json} (or encoder.json), pieces and their ids, and {@code merges.txt} (or vocab.bpe), one
 * merge a line after a line with the version.
 *
 * @param ids pieces in GPT-2's alphabet of bytes, and their ids
 * @param merges the two halves of each merge with a space between them, the earliest first
 */
public record Gpt2Files(Map<String, Integer> ids, List<String> merges) {
    private static final String VERSION = "#version: 0.2";
    private static final String END = "<|endoftext|>";

    public Gpt2Files {
        merges = List.copyOf(merges);
    }

    /** Reads a vocabulary and the merges beside it. */
    public static Gpt2Files read(Path vocabulary) {
        Path merges = List.of("merges.txt", "vocab.bpe").stream()
                .map(vocabulary::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new AyatoriException(
                        vocabulary + " is a list of pieces, but neither merges.txt nor vocab.bpe stands beside it"));
        Map<String, Integer> ids = new LinkedHashMap<>();
        JsonFields fields = new JsonFields(vocabulary.toString(), Json.read(vocabulary, JsonNode.class));
        for (Map.Entry<String, JsonNode> entry : fields.node().properties()) {
            ids.put(entry.getKey(), fields.number(entry.getKey(), -1));
        }
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(merges)) {
                if (!line.isEmpty() && !(lines.isEmpty() && line.startsWith("#version"))) {
                    lines.add(line);
                }
            }
            return new Gpt2Files(ids, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(merges + ": " + e.getMessage(), e);
        }
    }

    /** Writes both files, as vocab.json and merges.txt, into a folder. */
    public void write(Path folder) {
        try {
            Files.writeString(folder.resolve("vocab.json"), Json.line(ids));
            Files.writeString(folder.resolve("merges.txt"), VERSION + "\n" + String.join("\n", merges) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same tokenizer as a tokenizer.json. */
    public HuggingFaceFile toHuggingFace() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", "1.0");
        root.put("truncation", null);
        root.put("padding", null);
        root.put(
                "added_tokens",
                ids.containsKey(END) ? List.of(HuggingFaceTokenizer.addedToken(ids.get(END), END)) : List.of());
        root.put("normalizer", null);
        Map<String, Object> byteLevel = new LinkedHashMap<>();
        byteLevel.put("type", "ByteLevel");
        byteLevel.put("add_prefix_space", false);
        byteLevel.put("trim_offsets", true);
        byteLevel.put("use_regex", true);
        root.put("pre_tokenizer", byteLevel);
        root.put("post_processor", null);
        root.put("decoder", byteLevel);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("dropout", null);
        model.put("unk_token", null);
        model.put("continuing_subword_prefix", null);
        model.put("end_of_word_suffix", null);
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", false);
        model.put("vocab", ids);
        model.put("merges", merges);
        root.put("model", model);
        return new HuggingFaceFile(Json.tree(root));
    }

    /** The tokenizer of these files. */
    public Pipeline pipeline() {
        return toHuggingFace().pipeline(RoleNames.NONE);
    }
}
