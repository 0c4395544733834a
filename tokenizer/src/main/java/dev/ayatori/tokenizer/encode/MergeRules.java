package dev.ayatori.tokenizer.encode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of a byte pair vocabulary and what they merge into.
 *
 * <p>A symbol below {@link #tokens} is the token of that id; those above stand for characters that occur in pieces but are
 * none themselves. Words are strings of characters, or of bytes written as the characters U+0000 to U+00FF.
 */
public final class MergeRules {
    /** The symbol of everything that occurs in no piece. */
    static final int STRANGER = Integer.MAX_VALUE;

    /** The two symbols a piece that is not to be used falls apart into. */
    record Split(int left, int right) {}

    private final int tokens;
    private final boolean bytes;
    private final int[] small = new int[256];
    private final Map<Integer, Integer> characters = new HashMap<>();
    private final PairTable table;
    private final int[] lengths;
    private final Map<String, Integer> whole;
    private final Map<Integer, Split> splits = new HashMap<>();

    /** A merge of two pieces, named by their texts; earlier ones come first. */
    public record Merge(String left, String right) {}

    /**
     * How words are made of symbols.
     *
     * @param bytes whether words are bytes, else characters
     * @param wholeFirst whether a word that is a piece is that piece, whatever the merges say
     */
    public record Kind(boolean bytes, boolean wholeFirst) {}

    private MergeRules(Map<String, Integer> ids, Kind kind) {
        this.tokens = ids.values().stream().mapToInt(i -> i).max().orElse(-1) + 1;
        this.bytes = kind.bytes();
        this.table = new PairTable(ids.size());
        this.lengths = new int[tokens];
        this.whole = kind.wholeFirst() ? Map.copyOf(ids) : Map.of();
        Arrays.fill(small, STRANGER);
        ids.forEach((text, id) -> {
            lengths[id] = text.codePointCount(0, text.length());
            if (lengths[id] == 1) {
                setCharacter(text.codePointAt(0), id);
            }
        });
    }

    private void setCharacter(int character, int symbol) {
        characters.put(character, symbol);
        if (character < small.length) {
            small[character] = symbol;
        }
    }

    /** The rules of listed merges, of which the first listed goes first. */
    public static MergeRules ofMerges(Map<String, Integer> ids, List<Merge> merges, Kind kind) {
        MergeRules rules = new MergeRules(ids, kind);
        for (int rank = 0; rank < merges.size(); rank++) {
            Merge merge = merges.get(rank);
            int left = idOf(ids, merge.left(), merge);
            int right = idOf(ids, merge.right(), merge);
            rules.table.add(left, right, rank, idOf(ids, merge.left() + merge.right(), merge));
        }
        return rules;
    }

    private static int idOf(Map<String, Integer> ids, String text, Merge merge) {
        Integer id = ids.get(text);
        if (id == null) {
            throw new IllegalArgumentException("the merge of '%s' and '%s' needs '%s', which is not in the vocabulary"
                    .formatted(merge.left(), merge.right(), text));
        }
        return id;
    }

    /**
     * The rules by which any two symbols merge whose joined text is a piece.
     *
     * @param ranks of the pieces that may come about, the least first; equal ranks go by their place in the word
     */
    public static MergeRules ofRanks(Map<String, Integer> ids, Map<String, Integer> ranks, Kind kind) {
        MergeRules rules = new MergeRules(ids, kind);
        Map<String, Integer> symbols = new HashMap<>(ids);
        int next = rules.tokens;
        for (String text : ranks.keySet().stream().sorted().toList()) {
            for (int point : text.codePoints().toArray()) {
                if (symbols.putIfAbsent(Character.toString(point), next) == null) {
                    rules.setCharacter(point, next++);
                }
            }
        }
        ranks.forEach((text, rank) -> {
            int merged = symbols.getOrDefault(text, STRANGER);
            for (int i = text.offsetByCodePoints(0, 1); i < text.length(); i = text.offsetByCodePoints(i, 1)) {
                Integer left = symbols.get(text.substring(0, i));
                Integer right = symbols.get(text.substring(i));
                if (left != null && right != null) {
                    rules.table.add(left, right, rank, merged);
                }
            }
        });
        return rules;
    }

    /** Lets a piece fall apart again after all merges: one that is marked as unused. */
    public void splitAgain(String text, int id) {
        Merging merging = new Merging(table);
        int[] symbols = text.codePoints().map(this::character).toArray();
        merging.reserve(symbols.length);
        System.arraycopy(symbols, 0, merging.symbols, 0, symbols.length);
        Split split = merging.lastMergeOf(symbols.length, id);
        if (split != null) {
            splits.put(id, split);
        }
    }

    PairTable table() {
        return table;
    }

    boolean areBytes() {
        return bytes;
    }

    /** The symbol of a byte, or of a character. */
    int character(int character) {
        return character < small.length ? small[character] : characters.getOrDefault(character, STRANGER);
    }

    boolean isToken(int symbol) {
        return symbol < tokens;
    }

    /** Characters or bytes of a token. */
    int length(int token) {
        return lengths[token];
    }

    /** Characters or bytes of any symbol. */
    int lengthOf(int symbol) {
        return isToken(symbol) ? lengths[symbol] : 1;
    }

    @Nullable
    Split split(int symbol) {
        return splits.isEmpty() ? null : splits.get(symbol);
    }

    boolean looksWhole() {
        return !whole.isEmpty();
    }

    /** The id of a whole word, or -1. */
    int whole(String word) {
        return whole.getOrDefault(word, -1);
    }
}
