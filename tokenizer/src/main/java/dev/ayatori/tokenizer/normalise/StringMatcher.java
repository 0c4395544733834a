package dev.ayatori.tokenizer.normalise;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Finds the longest of a few strings at a place of a text. */
public final class StringMatcher {
    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>();
        private boolean ends;
    }

    private final Node root = new Node();
    private final BitSet starts = new BitSet();

    public StringMatcher(Collection<String> strings) {
        for (String text : strings) {
            if (!text.isEmpty()) {
                starts.set(text.codePointAt(0));
                Node node = root;
                for (int point : text.codePoints().toArray()) {
                    node = node.children.computeIfAbsent(point, ignored -> new Node());
                }
                node.ends = true;
            }
        }
    }

    public boolean isEmpty() {
        return starts.isEmpty();
    }

    /** The place after the longest string that starts at a place, or -1 if none does. */
    public int longest(Points text, int at, int to) {
        if (!starts.get(text.at(at))) {
            return -1;
        }
        int end = -1;
        Node node = root;
        for (int i = at; i < to; i++) {
            node = node.children.get(text.at(i));
            if (node == null) {
                break;
            }
            if (node.ends) {
                end = i + 1;
            }
        }
        return end;
    }
}
