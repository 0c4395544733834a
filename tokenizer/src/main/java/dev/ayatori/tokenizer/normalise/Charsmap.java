package dev.ayatori.tokenizer.normalise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** A precompiled character map: strings and what replaces them, the longest first. */
public final class Charsmap implements Normaliser {
    /** What no file of good will reaches; a cyclic trie would walk for ever. */
    private static final int LONGEST_KEY = 128;

    private static final int MOST_STEPS = 8_000_000;

    private final byte[] blob;
    private final int[] units;
    private final byte[] replacements;
    /** Code points some key starts with, and those some key goes on with. */
    private final BitSet starts = new BitSet();

    private final BitSet continues = new BitSet();
    private int steps;

    private Charsmap(byte[] blob) {
        this.blob = blob;
        ByteBuffer in = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        long size = blob.length < 4 ? -1 : Integer.toUnsignedLong(in.getInt());
        if (size < 4 || size % 4 != 0 || size > in.remaining()) {
            throw new IllegalArgumentException("the character map of %d bytes cannot hold a trie of %d bytes"
                    .formatted(blob.length, Math.max(0, size)));
        }
        units = new int[(int) size / 4];
        in.asIntBuffer().get(units);
        replacements = Arrays.copyOfRange(blob, 4 + (int) size, blob.length);
        survey(0, new byte[4], 0, true, new Survey(new BitSet(), new BitSet()));
    }

    /** Reads the bytes of a model file; a damaged map is refused. */
    public static Charsmap read(byte[] blob) {
        return new Charsmap(blob.clone());
    }

    /** The map of some rules; none may be empty or hold NUL. */
    public static Charsmap of(SortedMap<String, String> rules) {
        return new Charsmap(new CharsmapBuilder(rules).build());
    }

    /** The bytes of a model file. */
    public byte[] bytes() {
        return blob.clone();
    }

    /** All keys and what replaces them. */
    public SortedMap<String, String> rules() {
        SortedMap<String, String> rules = new TreeMap<>();
        steps = 0;
        walk(
                0,
                new byte[LONGEST_KEY],
                0,
                (key, value) -> rules.put(new String(key, StandardCharsets.UTF_8), replacement(value)));
        return rules;
    }

    @FunctionalInterface
    private interface Visitor {
        void accept(byte[] key, int value);
    }

    private void walk(int node, byte[] key, int depth, Visitor visitor) {
        int base = node ^ offset(node);
        if (endsKey(node) && depth > 0) {
            visitor.accept(Arrays.copyOf(key, depth), unit(base) & 0x7FFFFFFF);
        }
        for (int label = 1; label < 256; label++) {
            int child = base ^ label;
            if (child >= 0 && child < units.length && label(child) == label) {
                if (depth == LONGEST_KEY || ++steps > MOST_STEPS) {
                    throw broken("its trie goes round in circles");
                }
                key[depth] = (byte) label;
                walk(child, key, depth + 1, visitor);
            }
        }
    }

    /** Visits every node once, notes the characters keys are made of, and refuses what points out of the map. */
    private void survey(int node, byte[] character, int length, boolean first, Survey seen) {
        int base = node ^ offset(node);
        if (endsKey(node) && node != 0) {
            checkReplacement(unit(base) & 0x7FFFFFFF);
        }
        for (int label = 1; label < 256; label++) {
            int child = base ^ label;
            if (child < 0 || child >= units.length || label(child) != label) {
                continue;
            }
            if (length == character.length || seen.path.get(child)) {
                throw broken("its trie goes round in circles or holds no UTF-8");
            }
            character[length] = (byte) label;
            int point = Utf8.decode(character, 0, length + 1);
            if (point >= 0) {
                (first ? starts : continues).set(point);
            }
            if (!seen.done.get(child) || first) {
                seen.path.set(child);
                survey(
                        child,
                        point < 0 ? character : new byte[4],
                        point < 0 ? length + 1 : 0,
                        first && point < 0,
                        seen);
                seen.path.clear(child);
                seen.done.set(child);
            }
        }
    }

    /** Nodes on the way to where a survey stands, and nodes it is done with. */
    private record Survey(BitSet path, BitSet done) {}

    private void checkReplacement(int value) {
        int end = value;
        while (end < replacements.length && replacements[end] != 0) {
            end++;
        }
        if (end >= replacements.length) {
            throw broken("the replacement at byte " + value + " has no end");
        }
    }

    private String replacement(int value) {
        int end = value;
        while (replacements[end] != 0) {
            end++;
        }
        return new String(replacements, value, end - value, StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException broken(String what) {
        return new IllegalArgumentException("the character map is damaged: " + what);
    }

    private int unit(int at) {
        if (at < 0 || at >= units.length) {
            throw broken("its trie points to unit " + at + " of " + units.length);
        }
        return units[at];
    }

    private int offset(int node) {
        int unit = unit(node);
        return unit >>> 10 << ((unit & 1 << 9) >>> 6);
    }

    private boolean endsKey(int node) {
        return (units[node] >>> 8 & 1) == 1;
    }

    private int label(int node) {
        return units[node] & 0x800000FF;
    }

    /** The node after one more code point, or -1. */
    private int step(int from, int point) {
        int node = from;
        int length = Utf8.length(point);
        for (int i = length - 1; i >= 0; i--) {
            int label = length == 1
                    ? point
                    : i == length - 1 ? (0xF00 >> length & 0xFF) | point >>> 6 * i : 0x80 | point >>> 6 * i & 0x3F;
            node ^= offset(node) ^ label;
            if (node < 0 || node >= units.length || label(node) != label) {
                return -1;
            }
        }
        return node;
    }

    @Override
    public Points apply(Points text) {
        Points out = new Points().clear();
        apply(text, 0, text.size(), out);
        out.end(text.origin(text.size()));
        return out;
    }

    /** Adds the normal form of a stretch to another text; what replaces a key has the origin of the key's start. */
    void apply(Points text, int from, int to, Points out) {
        for (int i = from; i < to; ) {
            int point = text.at(i);
            int next = starts.get(point) ? replaceLongest(text, i, to, out) : i;
            if (next == i) {
                out.add(point, text.origin(i));
                next++;
            }
            i = next;
        }
    }

    /** Adds what replaces the longest key at a place; the place after that key, or the place itself if there is none. */
    int replaceLongest(Points text, int at, int to, Points out) {
        int node = 0;
        int end = at;
        int value = -1;
        for (int i = at; i < to && (i == at || continues.get(text.at(i))); ) {
            node = step(node, text.at(i++));
            if (node < 0) {
                break;
            }
            if (endsKey(node)) {
                value = unit(node ^ offset(node)) & 0x7FFFFFFF;
                end = i;
            }
        }
        if (value >= 0) {
            addReplacement(value, text.origin(at), out);
        }
        return end;
    }

    /** Adds what replaces the shortest key at a place, as Hugging Face does; false if there is none. */
    boolean replaceShortest(Points text, int at, int to, Points out) {
        int node = 0;
        for (int i = at; i < to; i++) {
            node = step(node, text.at(i));
            if (node < 0) {
                return false;
            }
            if (endsKey(node)) {
                addReplacement(unit(node ^ offset(node)) & 0x7FFFFFFF, text.origin(at), out);
                return true;
            }
        }
        return false;
    }

    private void addReplacement(int value, int origin, Points out) {
        for (int i = value; replacements[i] != 0; ) {
            int point = Utf8.decode(replacements, i, replacements.length);
            out.add(point < 0 ? 0xFFFD : point, origin);
            i += point < 0 ? 1 : Utf8.length(point);
        }
    }
}
