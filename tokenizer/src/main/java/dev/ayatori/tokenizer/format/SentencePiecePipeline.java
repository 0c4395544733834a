package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.encode.BytePairs;
import dev.ayatori.tokenizer.encode.MergeRules;
import dev.ayatori.tokenizer.encode.SubwordModel;
import dev.ayatori.tokenizer.encode.Unigram;
import dev.ayatori.tokenizer.encode.UnknownTokens;
import dev.ayatori.tokenizer.normalise.Charsmap;
import dev.ayatori.tokenizer.normalise.Normaliser;
import dev.ayatori.tokenizer.normalise.SentencePieceNormaliser;
import dev.ayatori.tokenizer.normalise.StringMatcher;
import dev.ayatori.tokenizer.pipeline.AddedTokens;
import dev.ayatori.tokenizer.pipeline.Detokeniser;
import dev.ayatori.tokenizer.pipeline.Frame;
import dev.ayatori.tokenizer.pipeline.Pipeline;
import dev.ayatori.tokenizer.pipeline.Roles;
import dev.ayatori.tokenizer.pipeline.Splitter;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** A SentencePiece model at work, with the sums and ties of SentencePiece itself. */
final class SentencePiecePipeline {
    private static final String DEFAULT_UNKNOWN = " \u2047 ";

    private final SentencePieceModel model;
    private final List<Piece> pieces;
    private final Unigram.Precision precision;

    SentencePiecePipeline(SentencePieceModel model, Unigram.Precision precision) {
        this.model = model;
        this.precision = precision;
        this.pieces = model.vocabulary().pieces();
    }

    Pipeline build() {
        checkUnknown();
        if (model.rest().bytes(5).length > 0 && model.rest().message(5).bytes(2).length > 0) {
            throw new IllegalArgumentException(
                    "it changes text after decoding (denormalizer_spec), which is not supported");
        }
        return new Pipeline(
                model.vocabulary(),
                symbols(),
                normaliser(),
                Splitter.NONE,
                subwords(),
                detokeniser(),
                Frame.NONE,
                roles());
    }

    private void checkUnknown() {
        long unknown = pieces.stream()
                .filter(piece -> piece.kind() == PieceKind.UNKNOWN)
                .count();
        if (unknown != 1) {
            throw new IllegalArgumentException("one piece must be the unknown one, but " + unknown + " are");
        }
        var _ = model.vocabulary().ids();
    }

    private AddedTokens symbols() {
        List<AddedTokens.Added> symbols = new ArrayList<>();
        for (int id = 0; id < pieces.size(); id++) {
            if (pieces.get(id).kind() == PieceKind.CONTROL) {
                symbols.add(new AddedTokens.Added(id, pieces.get(id).text(), true, false, AddedTokens.Edges.PLAIN));
            }
        }
        return new AddedTokens(symbols, Function.identity());
    }

    private Normaliser normaliser() {
        byte[] map = model.normalizer().bytes(2);
        return new SentencePieceNormaliser(
                map.length == 0 ? Normaliser.IDENTITY : Charsmap.read(map),
                new SentencePieceNormaliser.Options(
                        addsPrefix(),
                        removesSpaces(),
                        model.normalizer().flag(5, true),
                        model.trainer().flag(24, false)),
                new StringMatcher(texts(PieceKind.USER_DEFINED).keySet()));
    }

    private boolean addsPrefix() {
        return model.normalizer().flag(3, true);
    }

    private boolean removesSpaces() {
        return model.normalizer().flag(4, true);
    }

    private Map<String, Integer> texts(PieceKind... kinds) {
        Map<String, Integer> texts = new HashMap<>();
        for (int id = 0; id < pieces.size(); id++) {
            if (List.of(kinds).contains(pieces.get(id).kind())) {
                texts.put(pieces.get(id).text(), id);
            }
        }
        return texts;
    }

    private SubwordModel subwords() {
        int type = (int) model.trainer().number(3, SentencePieceModel.UNIGRAM);
        return switch (type) {
            case SentencePieceModel.UNIGRAM -> unigram();
            case SentencePieceModel.BPE -> bytePairs();
            default ->
                throw new IllegalArgumentException(
                        "its model_type is " + type + "; 1 (unigram) and 2 (bpe) are supported");
        };
    }

    private Unigram unigram() {
        float least = Float.MAX_VALUE;
        float most = Float.MIN_NORMAL;
        for (Piece piece : pieces) {
            if (piece.kind() == PieceKind.NORMAL) {
                least = Math.min(least, (float) piece.score());
                most = Math.max(most, (float) piece.score());
            }
        }
        List<Unigram.Entry> entries = new ArrayList<>();
        for (int id = 0; id < pieces.size(); id++) {
            Piece piece = pieces.get(id);
            if (piece.kind() == PieceKind.NORMAL) {
                entries.add(new Unigram.Entry(piece.text(), id, piece.score()));
            } else if (piece.kind() == PieceKind.USER_DEFINED) {
                // a bonus that no path without the symbol can reach
                float bonus = piece.text().getBytes(StandardCharsets.UTF_8).length * most;
                entries.add(new Unigram.Entry(piece.text(), id, bonus - 0.1));
            }
        }
        return new Unigram(entries, least - (float) Unigram.UNKNOWN_PENALTY, precision, unknown());
    }

    private BytePairs bytePairs() {
        Map<String, Integer> ids = texts(PieceKind.NORMAL, PieceKind.UNUSED, PieceKind.USER_DEFINED);
        TreeSet<Float> scores = new TreeSet<>();
        ids.values().forEach(id -> scores.add((float) pieces.get(id).score()));
        Map<Float, Integer> rankOf = new HashMap<>();
        scores.descendingSet().forEach(score -> rankOf.put(score, rankOf.size()));
        Map<String, Integer> ranks = new HashMap<>();
        ids.forEach(
                (text, id) -> ranks.put(text, rankOf.get((float) pieces.get(id).score())));
        MergeRules rules = MergeRules.ofRanks(ids, ranks, new MergeRules.Kind(false, false));
        texts(PieceKind.UNUSED).forEach(rules::splitAgain);
        return new BytePairs(rules, unknown(), texts(PieceKind.USER_DEFINED));
    }

    private UnknownTokens unknown() {
        int[] bytes = new int[model.trainer().flag(35, false) ? 256 : 0];
        Arrays.fill(bytes, -1);
        for (int id = 0; id < pieces.size(); id++) {
            if (pieces.get(id).kind() == PieceKind.BYTE) {
                if (bytes.length == 0) {
                    throw new IllegalArgumentException(
                            "piece " + id + " is a byte, but the model does not use bytes (byte_fallback)");
                }
                bytes[Vocabulary.byteOf(pieces.get(id).text())] = id;
            }
        }
        for (int value = 0; value < bytes.length; value++) {
            if (bytes[value] < 0) {
                throw new IllegalArgumentException("it uses bytes, but has no piece " + Vocabulary.byteText(value));
            }
        }
        return new UnknownTokens(unknownId(), bytes, true);
    }

    private int unknownId() {
        return texts(PieceKind.UNKNOWN).values().iterator().next();
    }

    private Detokeniser detokeniser() {
        byte[][] bytes = new byte[pieces.size()][];
        for (int id = 0; id < bytes.length; id++) {
            bytes[id] = pieces.get(id).kind() == PieceKind.UNKNOWN
                    ? model.trainer().text(44, DEFAULT_UNKNOWN).getBytes(StandardCharsets.UTF_8)
                    : model.vocabulary().bytesOf(id);
        }
        Detokeniser.Start start = removesSpaces()
                ? Detokeniser.Start.SPACE_OF_EACH_TOKEN
                : addsPrefix() ? Detokeniser.Start.ONE_SPACE : Detokeniser.Start.KEPT;
        return new Detokeniser(
                bytes,
                start,
                id -> pieces.get(id).kind() != PieceKind.NORMAL
                        && pieces.get(id).kind() != PieceKind.USER_DEFINED);
    }

    private Roles roles() {
        Map<String, Integer> symbols = texts(PieceKind.CONTROL);
        return new Roles(
                unknownId(),
                symbols.getOrDefault(model.trainer().text(46, "<s>"), -1),
                symbols.getOrDefault(model.trainer().text(47, "</s>"), -1),
                symbols.getOrDefault(model.trainer().text(48, "<pad>"), -1));
    }
}
