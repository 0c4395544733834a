package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.pipeline.Pipeline;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds out what a tokenizer file is and reads it. */
public final class TokenizerFiles {
    private static final List<String> NAMES =
            List.of("tokenizer.json", "tokenizer.model", "vocab.json", "encoder.json", "spiece.model");
    private static final int HEAD = 256;
    private static final Pattern RANK_LINE = Pattern.compile("[A-Za-z0-9+/]+=* \\d+\\n[\\s\\S]*");

    private TokenizerFiles() {}

    /** Reads a file, or the tokenizer in a folder. */
    public static Pipeline read(Path path) {
        if (Files.isDirectory(path)) {
            return read(NAMES.stream()
                    .map(path::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new AyatoriException(path + " holds no tokenizer: none of " + NAMES)));
        }
        if (!Files.isRegularFile(path)) {
            throw new AyatoriException("there is no tokenizer file " + path);
        }
        String head = head(path);
        try {
            if (head.stripLeading().startsWith("{")) {
                return Json.read(path, JsonNode.class).path("model").isObject()
                        ? HuggingFaceFile.pipeline(path)
                        : Gpt2Files.read(path).pipeline();
            }
            if (head.startsWith("#version")) {
                throw new AyatoriException(path + " is a list of merges; name the vocabulary beside it, vocab.json");
            }
            return RANK_LINE.matcher(head).matches()
                    ? TiktokenFile.read(path).pipeline()
                    : SentencePieceModel.readModel(path).pipeline();
        } catch (IllegalArgumentException e) {
            throw new AyatoriException(path + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String head(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
