package dev.ayatori.tokenizer.format;

import dev.ayatori.tokenizer.encode.BytePairs;
import dev.ayatori.tokenizer.encode.MergeRules;
import dev.ayatori.tokenizer.encode.SubwordModel;
import dev.ayatori.tokenizer.encode.Unigram;
import dev.ayatori.tokenizer.encode.UnknownTokens;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The {@code model} of a tokenizer.json.
 *
 * @param fields the object
 * @param pieces by id
 * @param unknown id of the unknown symbol, or -1
 */
record JsonModel(JsonFields fields, List<Piece> pieces, int unknown) {
    private static final int MOST_IDS = 16_000_000;

    static JsonModel read(JsonFields fields) {
        String type = fields.text("type", fields.node().has("merges") ? "BPE" : "Unigram");
        return switch (type) {
            case "Unigram" -> {
                int unknown = fields.number("unk_id", -1);
                yield new JsonModel(fields, unigram(fields, unknown), unknown);
            }
            case "BPE" -> bytePairs(fields);
            default -> throw fields.unsupported("type " + type);
        };
    }

    private static List<Piece> unigram(JsonFields fields, int unknown) {
        List<Piece> pieces = new ArrayList<>();
        boolean bytes = fields.flag("byte_fallback", false);
        for (JsonNode entry : fields.node().path("vocab")) {
            String text = entry.path(0).asString("");
            if (entry.size() != 2
                    || text.isEmpty()
                    || !entry.path(1).isNumber()
                    || !Double.isFinite(entry.path(1).asDouble())) {
                throw fields.wrong("vocab[" + pieces.size() + "]", "[piece, score]", entry);
            }
            PieceKind kind = pieces.size() == unknown
                    ? PieceKind.UNKNOWN
                    : bytes && Vocabulary.isByte(text) ? PieceKind.BYTE : PieceKind.NORMAL;
            pieces.add(new Piece(text, kind == PieceKind.NORMAL ? score(entry.path(1)) : 0, kind));
        }
        if (pieces.isEmpty() || unknown >= pieces.size()) {
            throw fields.wrong(
                    "vocab",
                    "a list of pieces, among them unk_id " + unknown,
                    fields.node().path("vocab"));
        }
        return pieces;
    }

    private static JsonModel bytePairs(JsonFields fields) {
        for (String name : List.of("dropout", "continuing_subword_prefix", "end_of_word_suffix")) {
            JsonNode value = fields.node().path(name);
            if (!value.isNull() && !value.isMissingNode() && !value.asString("").isEmpty()) {
                throw fields.unsupported(name);
            }
        }
        Map<Integer, String> texts = new HashMap<>();
        fields.node().path("vocab").properties().forEach(entry -> {
            if (!entry.getValue().isInt()
                    || entry.getValue().asInt() < 0
                    || entry.getValue().asInt() > MOST_IDS) {
                throw fields.wrong("vocab." + entry.getKey(), "an id", entry.getValue());
            }
            String earlier = texts.put(entry.getValue().asInt(), entry.getKey());
            if (earlier != null) {
                throw new IllegalArgumentException(
                        "pieces '" + earlier + "' and '" + entry.getKey() + "' have one id, " + entry.getValue());
            }
        });
        if (texts.isEmpty()) {
            throw fields.wrong("vocab", "pieces and their ids", fields.node().path("vocab"));
        }
        String unknown = fields.text("unk_token", "");
        boolean bytes = fields.flag("byte_fallback", false);
        List<Piece> pieces = new ArrayList<>();
        int size = texts.keySet().stream().mapToInt(i -> i).max().orElseThrow() + 1;
        for (int id = 0; id < size; id++) {
            String text = texts.getOrDefault(id, "");
            PieceKind kind = text.isEmpty()
                    ? PieceKind.UNUSED
                    : text.equals(unknown)
                            ? PieceKind.UNKNOWN
                            : bytes && Vocabulary.isByte(text) ? PieceKind.BYTE : PieceKind.NORMAL;
            pieces.add(new Piece(text, 0, kind));
        }
        int unknownId = fields.node().path("vocab").path(unknown).asInt(-1);
        return new JsonModel(fields, pieces, unknownId);
    }

    /** The ids of pieces that are written as bytes. */
    List<Integer> bytes() {
        return IntStream.range(0, pieces.size())
                .filter(id -> pieces.get(id).kind() == PieceKind.BYTE)
                .boxed()
                .toList();
    }

    /**
     * The model at work.
     *
     * @param bytes whether it is given bytes
     * @param never ids that text never becomes, whatever their score
     */
    SubwordModel subwords(boolean bytes, Set<Integer> never) {
        return fields.node().path("vocab").isArray() ? unigram(never) : bytePairs(bytes);
    }

    private Unigram unigram(Set<Integer> never) {
        List<Unigram.Entry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        double least = Double.POSITIVE_INFINITY;
        for (JsonNode entry : fields.node().path("vocab")) {
            double score = score(entry.path(1));
            String text = entry.path(0).asString();
            int id = seen.size();
            Integer earlier = seen.putIfAbsent(text, id);
            if (earlier != null) {
                throw new IllegalArgumentException("piece '" + text + "' stands at ids " + earlier + " and " + id);
            }
            if (!never.contains(id)) {
                entries.add(new Unigram.Entry(text, id, score));
            }
            least = Math.min(least, score);
        }
        return new Unigram(entries, least - Unigram.UNKNOWN_PENALTY, Unigram.Precision.DOUBLE, unknown(true));
    }

    /** A score as serde_json reads it: its digits as a whole number, then divided, both rounded. Ties depend on it. */
    private static double score(JsonNode node) {
        BigDecimal decimal = node.decimalValue();
        BigInteger digits = decimal.unscaledValue().abs();
        int exponent = -decimal.scale();
        while (digits.bitLength() > Long.SIZE) {
            digits = digits.divide(BigInteger.TEN);
            exponent++;
        }
        double value = digits.doubleValue();
        double power = Double.parseDouble("1e" + Math.abs(exponent));
        double score = exponent < 0 ? value / power : value * power;
        return decimal.signum() < 0 ? -score : score;
    }

    private UnknownTokens unknown(boolean fused) {
        int[] bytes = new int[fields.flag("byte_fallback", false) ? 256 : 0];
        if (bytes.length > 0) {
            Map<String, Integer> ids = new HashMap<>();
            for (int id = 0; id < pieces.size(); id++) {
                ids.put(pieces.get(id).text(), id);
            }
            for (int value = 0; value < bytes.length; value++) {
                Integer id = ids.get(Vocabulary.byteText(value));
                if (id == null) {
                    throw new IllegalArgumentException("model.byte_fallback is true, but the vocabulary has no piece "
                            + Vocabulary.byteText(value));
                }
                bytes[value] = id;
            }
        }
        return new UnknownTokens(unknown, bytes, fused);
    }

    private BytePairs bytePairs(boolean bytes) {
        ByteAlphabet alphabet = new ByteAlphabet();
        Map<String, Integer> ids = new HashMap<>();
        for (int id = 0; id < pieces.size(); id++) {
            String text = pieces.get(id).text();
            if (!text.isEmpty() && (!bytes || alphabet.covers(text))) {
                ids.put(bytes ? alphabet.decode(text) : text, id);
            }
        }
        List<MergeRules.Merge> merges = new ArrayList<>();
        for (JsonNode merge : fields.node().path("merges")) {
            merges.add(merge(merge, bytes, alphabet, merges.size()));
        }
        MergeRules rules =
                MergeRules.ofMerges(ids, merges, new MergeRules.Kind(bytes, fields.flag("ignore_merges", false)));
        return new BytePairs(rules, unknown(fields.flag("fuse_unk", false)), Map.of());
    }

    private MergeRules.Merge merge(JsonNode merge, boolean bytes, ByteAlphabet alphabet, int index) {
        String[] parts = merge.isString()
                ? merge.asString().split(" ", -1)
                : new String[] {merge.path(0).asString(""), merge.path(1).asString("")};
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw fields.wrong("merges[" + index + "]", "two pieces", merge);
        }
        return bytes
                ? new MergeRules.Merge(alphabet.decode(parts[0]), alphabet.decode(parts[1]))
                : new MergeRules.Merge(parts[0], parts[1]);
    }
}
