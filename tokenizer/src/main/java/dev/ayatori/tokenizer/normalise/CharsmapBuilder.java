package dev.ayatori.tokenizer.normalise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays rules out as a precompiled character map; equal subtrees of the trie are kept once. */
final class CharsmapBuilder {
    /** After so many slots that do not fit, a node takes a fresh block. */
    private static final int ATTEMPTS = 512;

    private static final int BLOCK = 256;
    private static final int MOST_UNITS = 1 << 21;

    /** A node of the trie: the value of the key that ends here or -1, and its children by falling label. */
    private record Node(int value, List<Integer> labels, List<Integer> children) {}

    private final byte[][] keys;
    private final int[] values;
    private final byte[] replacements;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private final BitSet bases = new BitSet();
    private int[] units = new int[0];
    private int[] baseOf = new int[0];

    CharsmapBuilder(SortedMap<String, String> rules) {
        TreeMap<String, Integer> places = new TreeMap<>();
        rules.values().forEach(text -> places.put(text, 0));
        ByteBuffer texts = ByteBuffer.allocate(
                places.keySet().stream().mapToInt(text -> 3 * text.length() + 1).sum());
        places.replaceAll((text, ignored) -> {
            int place = texts.position();
            texts.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
            return place;
        });
        replacements = Arrays.copyOf(texts.array(), texts.position());
        TreeMap<byte[], Integer> sorted = new TreeMap<>(Arrays::compareUnsigned);
        rules.forEach((key, text) -> {
            if (key.isEmpty() || key.indexOf(0) >= 0 || text.indexOf(0) >= 0) {
                throw new IllegalArgumentException(
                        "a rule must have a key and hold no NUL, but one replaces '" + key + "' by '" + text + "'");
            }
            sorted.put(key.getBytes(StandardCharsets.UTF_8), places.get(text));
        });
        keys = sorted.keySet().toArray(byte[][]::new);
        values = sorted.values().stream().mapToInt(i -> i).toArray();
    }

    byte[] build() {
        int root = number(0, keys.length, 0);
        baseOf = new int[nodes.size()];
        Arrays.fill(baseOf, -1);
        take(0);
        bases.set(0); // a root that leads to itself is refused by sentencepiece from 0.2.2 on
        link(0, 0, root);
        int size = (taken.length() + BLOCK - 1) / BLOCK * BLOCK;
        if (size > MOST_UNITS) {
            throw new IllegalArgumentException("the rules need a trie of " + size + " units, more than " + MOST_UNITS);
        }
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * size + replacements.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(4 * size);
        for (int i = 0; i < size; i++) {
            out.putInt(i < units.length ? units[i] : 0);
        }
        return out.put(replacements).array();
    }

    private int number(int from, int to, int depth) {
        int first = from;
        int value = -1;
        if (first < to && keys[first].length == depth) {
            value = values[first++];
        }
        List<Integer> labels = new ArrayList<>();
        List<Integer> children = new ArrayList<>();
        while (first < to) {
            int end = first;
            while (end < to && keys[end][depth] == keys[first][depth]) {
                end++;
            }
            labels.add(keys[first][depth] & 0xFF);
            children.add(number(first, end, depth + 1));
            first = end;
        }
        return numbers.computeIfAbsent(new Node(value, labels, children), node -> {
            nodes.add(node);
            return nodes.size() - 1;
        });
    }

    /** Writes the unit that leads to a node, and the node's children if they have no place yet. */
    private void link(int slot, int label, int number) {
        Node node = nodes.get(number);
        boolean fresh = baseOf[number] < 0;
        if (fresh) {
            baseOf[number] = findBase(node);
        }
        int base = baseOf[number];
        units[slot] = label | (node.value() >= 0 ? 1 << 8 : 0) | (slot ^ base) << 10;
        if (!fresh) {
            return;
        }
        bases.set(base);
        if (node.value() >= 0) {
            take(base);
            units[base] = node.value() | 1 << 31;
        }
        node.labels().forEach(child -> take(base ^ child));
        for (int i = 0; i < node.labels().size(); i++) {
            link(
                    base ^ node.labels().get(i),
                    node.labels().get(i),
                    node.children().get(i));
        }
    }

    private void take(int slot) {
        taken.set(slot);
        if (slot >= units.length) {
            units = Arrays.copyOf(units, Math.max(BLOCK, Math.max(slot + 1, units.length * 2)));
        }
    }

    private int findBase(Node node) {
        int label =
                node.value() >= 0 || node.labels().isEmpty() ? 0 : node.labels().getFirst();
        int slot = taken.nextClearBit(0);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (fits(slot ^ label, node)) {
                return slot ^ label;
            }
            slot = taken.nextClearBit(slot + 1);
        }
        int base = (taken.length() + BLOCK - 1) / BLOCK * BLOCK;
        while (!fits(base, node)) {
            base++;
        }
        return base;
    }

    private boolean fits(int base, Node node) {
        return !bases.get(base)
                && (node.value() < 0 || !taken.get(base))
                && node.labels().stream().noneMatch(label -> taken.get(base ^ label));
    }
}
