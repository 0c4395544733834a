package dev.ayatori.corpus.filter.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts the words of a list in a text as HojiChar does with the alternation of a regular expression: from left to right,
 * not overlapping, at each place the first of the list that fits there.
 *
 * <p>With {@code wholeKatakana} words of katakana only come last and fit only where no katakana touches them
 * ({@code ignore_confused} of NgWordsFilterJa).
 */
final class Keywords {
    private static final int NONE = Integer.MAX_VALUE;
    private static final int ROOT = 0;
    private static final int PAIRS = 1 << 18;

    private final List<String> words;
    private final int firstKatakana;
    /** Whether any word begins with this character. */
    private final boolean[] begins = new boolean[1 << 16];
    /** Whether any word is, or begins with two characters of this hash. */
    private final long[] pairs = new long[PAIRS / 64];

    private long[] edges = new long[1 << 12];
    private int[] targets = new int[1 << 12];
    private int used;
    private int[] ends = new int[256];
    private int nodes = 1;

    Keywords(List<String> list, boolean wholeKatakana) {
        List<String> plain = new ArrayList<>();
        List<String> katakana = new ArrayList<>();
        for (String word : list) {
            boolean separate = wholeKatakana && word.chars().allMatch(Keywords::isKatakana);
            (separate ? katakana : plain).add(word);
        }
        this.firstKatakana = plain.size();
        plain.addAll(katakana);
        this.words = plain;
        Arrays.fill(ends, NONE);
        for (int i = 0; i < words.size(); i++) {
            add(words.get(i), i);
        }
    }

    /** How many stand in the text. */
    int count(char[] text) {
        return count(text, word -> {});
    }

    /** Where they stand. */
    List<Passage> passages(char[] text) {
        List<Passage> found = new ArrayList<>();
        count(text, found::add);
        return found;
    }

    private int count(char[] text, Consumer<Passage> each) {
        int count = 0;
        int i = 0;
        while (i < text.length) {
            int found = begins[text[i]] && mayBegin(text, i) ? firstAt(text, i) : NONE;
            if (found == NONE) {
                i++;
            } else {
                count++;
                int end = i + words.get(found).length();
                each.accept(new Passage(i, end));
                i = end;
            }
        }
        return count;
    }

    /** Number of the first word of the list that stands at a place. */
    private int firstAt(char[] text, int place) {
        int first = NONE;
        int node = ROOT;
        for (int i = place; i < text.length; i++) {
            node = target(node, text[i]);
            if (node < 0) {
                break;
            }
            int word = ends[node];
            if (word < first && (word < firstKatakana || isAlone(text, place, i + 1))) {
                first = word;
            }
        }
        return first;
    }

    private static boolean isAlone(char[] text, int begin, int end) {
        return (begin == 0 || !isKatakana(text[begin - 1])) && (end == text.length || !isKatakana(text[end]));
    }

    /** The class ァ-ヴー. */
    private static boolean isKatakana(int c) {
        return (c >= 0x30A1 && c <= 0x30F4) || c == 0x30FC;
    }

    private boolean mayBegin(char[] text, int i) {
        int pair = pair(text[i], i + 1 < text.length ? text[i + 1] : 0);
        return (pairs[pair >>> 6] >>> pair & 1) != 0;
    }

    private static int pair(char first, int second) {
        return ((first << 16 | second) * 0x9E3779B1) >>> 14;
    }

    private void markPair(char first, int second) {
        int pair = pair(first, second);
        pairs[pair >>> 6] |= 1L << pair;
    }

    private void add(String word, int number) {
        begins[word.charAt(0)] = true;
        if (word.length() > 1) {
            markPair(word.charAt(0), word.charAt(1));
        } else {
            for (int second = 0; second <= Character.MAX_VALUE; second++) {
                markPair(word.charAt(0), second);
            }
        }
        int node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            int next = target(node, word.charAt(i));
            node = next < 0 ? newNode(node, word.charAt(i)) : next;
        }
        ends[node] = Math.min(ends[node], number);
    }

    private int newNode(int from, char by) {
        if (2 * ++used > edges.length) {
            grow();
        }
        if (nodes == ends.length) {
            ends = Arrays.copyOf(ends, 2 * nodes);
            Arrays.fill(ends, nodes, ends.length, NONE);
        }
        put(key(from, by), nodes);
        return nodes++;
    }

    private void grow() {
        long[] oldEdges = edges;
        int[] oldTargets = targets;
        edges = new long[2 * oldEdges.length];
        targets = new int[2 * oldEdges.length];
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldEdges[i] != 0) {
                put(oldEdges[i], oldTargets[i]);
            }
        }
    }

    private void put(long key, int target) {
        int slot = slot(key);
        edges[slot] = key;
        targets[slot] = target;
    }

    private int target(int node, char by) {
        int slot = slot(key(node, by));
        return edges[slot] == 0 ? -1 : targets[slot];
    }

    private static long key(int node, char by) {
        return (node + 1L) << 16 | by;
    }

    private int slot(long key) {
        int mask = edges.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (edges[slot] != 0 && edges[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
