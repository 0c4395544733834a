package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.normalise.Normaliser;
import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.pipeline.AddedTokens;
import dev.ayatori.tokenizer.pipeline.Detokeniser;
import dev.ayatori.tokenizer.pipeline.Pipeline;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;

/**
 * A Hugging Face {@code tokenizer.json} as it stands in its file.
 *
 * @param root the whole file; what is not used here is kept
 */
public record HuggingFaceFile(JsonNode root) {
    private static final String MARK = String.valueOf(Vocabulary.SPACE);

    /** Reads a file; its parts are looked at when they are put to work. */
    public static HuggingFaceFile read(Path file) {
        try {
            return new HuggingFaceFile(Json.mapper()
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new AyatoriException(file + ": not a readable tokenizer.json: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes the file. */
    public void write(Path file) {
        Json.write(file, root);
    }

    /** The tokenizer of a file, with the roles that the small files beside it name. */
    public static Pipeline pipeline(Path file) {
        try {
            return read(file).pipeline(RoleNames.besides(file));
        } catch (IllegalArgumentException e) {
            throw new AyatoriException(file + ": " + e.getMessage(), e);
        }
    }

    /** The tokenizer of this file; parts that are not supported are refused by name. */
    public Pipeline pipeline(RoleNames names) {
        JsonFields fields = new JsonFields("", root);
        JsonModel model = JsonModel.read(fields.child("model"));
        Normaliser normaliser =
                keepsMark(fields) ? HuggingFaceFile::escape : NormaliserReader.read(fields.child("normalizer"));
        SplitterReader splitter = SplitterReader.read(fields.child("pre_tokenizer"));
        DetokeniserReader decoder = DetokeniserReader.read(fields.child("decoder"));
        List<AddedTokens.Added> added = added(root.path("added_tokens"));
        Set<Integer> never = added.stream()
                .filter(AddedTokens.Added::special)
                .map(AddedTokens.Added::id)
                .collect(Collectors.toSet());
        if (keepsMark(fields)) {
            never.addAll(model.bytes());
        }
        Vocabulary vocabulary = vocabulary(model, added, names);
        return new Pipeline(
                vocabulary,
                new AddedTokens(added, normaliser::normalise),
                normaliser,
                splitter.splitter(),
                model.subwords(splitter.bytes(), never),
                detokeniser(vocabulary, decoder, added),
                FrameReader.read(fields.child("post_processor")),
                names.roles(idsOf(vocabulary)));
    }

    /** Our own files: as the mark is put back before bytes are joined, text may hold one, written as bytes. */
    private static boolean keepsMark(JsonFields fields) {
        JsonNode decoders = fields.node().path("decoder").path("decoders");
        JsonFields normalizer = fields.child("normalizer");
        return fields.node().path("model").path("type").asString("").equals("Unigram")
                && normalizer.node().path("type").asString("").equals("Replace")
                && normalizer.node().path("content").asString("").equals(MARK)
                && NormaliserReader.literal(normalizer).equals(" ")
                && decoders.size() == 3
                && decoders.path(0).path("type").asString("").equals("Replace")
                && decoders.path(1).path("type").asString("").equals("ByteFallback");
    }

    private static Points escape(Points text) {
        for (int i = 0; i < text.size(); i++) {
            if (text.at(i) == Vocabulary.SPACE) {
                text.set(i, Points.LITERAL_MARK);
            } else if (text.at(i) == ' ') {
                text.set(i, Vocabulary.SPACE);
            }
        }
        return text;
    }

    private static List<AddedTokens.Added> added(JsonNode tokens) {
        List<AddedTokens.Added> added = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            JsonFields token = new JsonFields("added_tokens[" + i + "]", tokens.path(i));
            String text = token.text("content");
            int id = token.number("id", -1);
            if (text.isEmpty() || id < 0) {
                throw token.wrong("content and id", "a text and a number", token.node());
            }
            boolean special = token.flag("special", false);
            added.add(new AddedTokens.Added(
                    id,
                    text,
                    special,
                    token.flag("normalized", !special),
                    new AddedTokens.Edges(
                            token.flag("single_word", false),
                            token.flag("lstrip", false),
                            token.flag("rstrip", false))));
        }
        return added;
    }

    private static Vocabulary vocabulary(JsonModel model, List<AddedTokens.Added> added, RoleNames names) {
        List<Piece> pieces = new ArrayList<>(model.pieces());
        for (AddedTokens.Added token : added) {
            if (token.id() > pieces.size() + added.size()) {
                throw new IllegalArgumentException("added token '" + token.text() + "' has id " + token.id()
                        + ", far beyond the " + pieces.size() + " pieces of the vocabulary");
            }
            while (token.id() >= pieces.size()) {
                pieces.add(new Piece("", 0, PieceKind.UNUSED));
            }
            Piece piece = pieces.get(token.id());
            boolean unknown = piece.kind() == PieceKind.UNKNOWN || token.text().equals(names.unknown());
            PieceKind kind =
                    !token.special() ? PieceKind.USER_DEFINED : unknown ? PieceKind.UNKNOWN : PieceKind.CONTROL;
            pieces.set(token.id(), new Piece(token.text(), 0, kind));
        }
        return new Vocabulary(pieces);
    }

    private static Map<String, Integer> idsOf(Vocabulary vocabulary) {
        Map<String, Integer> ids = new HashMap<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.putIfAbsent(vocabulary.pieces().get(id).text(), id);
        }
        return ids;
    }

    private static Detokeniser detokeniser(
            Vocabulary vocabulary, DetokeniserReader decoder, List<AddedTokens.Added> added) {
        ByteAlphabet alphabet = new ByteAlphabet();
        byte[][] bytes = new byte[vocabulary.size()][];
        for (int id = 0; id < bytes.length; id++) {
            Piece piece = vocabulary.pieces().get(id);
            bytes[id] = switch (piece.kind()) {
                case CONTROL -> new byte[0];
                case UNKNOWN -> "\uFFFD".getBytes(StandardCharsets.UTF_8);
                case NORMAL, BYTE, UNUSED -> decoder.bytes(piece.text(), alphabet);
                case USER_DEFINED -> piece.text().getBytes(StandardCharsets.UTF_8);
            };
        }
        return new Detokeniser(
                bytes, decoder.start(), id -> vocabulary.pieces().get(id).kind() == PieceKind.BYTE);
    }
}
