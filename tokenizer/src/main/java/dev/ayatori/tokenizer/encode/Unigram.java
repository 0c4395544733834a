package dev.ayatori.tokenizer.encode;

import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.vocabulary.DoubleArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Finds the segmentation of highest total score (Kudo 2018, by Viterbi 1967) over code points.
 *
 * <p>Places are visited from left to right and a path is replaced only by a strictly better one, as SentencePiece and
 * Hugging Face tokenizers do, so ties end alike. Text is searched in stretches between characters that stand in no
 * piece but their own, such as line feeds: every path passes there.
 */
public final class Unigram implements SubwordModel {
    /** How far an unknown character lies below the worst score, in both peers. */
    public static final double UNKNOWN_PENALTY = 10;

    static final int UNKNOWN = -1;

    /**
     * One piece.
     *
     * @param text not empty
     * @param id what it becomes
     * @param score natural logarithm of its probability
     */
    public record Entry(String text, int id, double score) {}

    /** How sums of scores are kept while a path grows. */
    public enum Precision {
        /** Compared in 64 bits, kept in 32, as SentencePiece before 0.2.2. */
        SINGLE,
        /** Rounded to 32 bits before they are compared, as SentencePiece 0.2.2. */
        SINGLE_AT_ONCE,
        /** 64 bits, as Hugging Face. */
        DOUBLE
    }

    private final PointCodes codes;
    private final DoubleArray trie;
    /** Id and score by the value of the trie. */
    private final int[] ids;

    private final double[] scores;
    private final double unknownScore;
    private final boolean single;
    private final boolean atOnce;
    private final UnknownTokens unknown;
    /** By code: whether the character is in no piece but its own; true for those in no piece at all. */
    private final boolean[] alone;
    /** By code: whether the character is a piece by itself. */
    private final boolean[] standsAlone;
    /** Work spaces of searches that are over, for the next ones. */
    private final Queue<PathSpace> spaces = new ConcurrentLinkedQueue<>();

    /**
     * @param entries the pieces text may become, each once
     * @param unknownScore of a character that has no piece
     */
    public Unigram(List<Entry> entries, double unknownScore, Precision precision, UnknownTokens unknown) {
        this.codes = new PointCodes(entries.stream().map(Entry::text).toList());
        int[][] keys = entries.stream().map(entry -> codes.of(entry.text())).toArray(int[][]::new);
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing((Integer i) -> keys[i], Arrays::compare));
        this.ids = Arrays.stream(order).mapToInt(i -> entries.get(i).id()).toArray();
        this.scores =
                Arrays.stream(order).mapToDouble(i -> entries.get(i).score()).toArray();
        this.trie = DoubleArray.build(Arrays.stream(order).map(i -> keys[i]).toArray(int[][]::new), codes.size());
        this.unknownScore = unknownScore;
        this.single = precision != Precision.DOUBLE;
        this.atOnce = precision == Precision.SINGLE_AT_ONCE;
        this.unknown = unknown;
        this.alone = alone(keys, codes.size());
        this.standsAlone = new boolean[codes.size()];
        for (int[] key : keys) {
            if (key.length == 1) {
                standsAlone[key[0]] = true;
            }
        }
    }

    private static boolean[] alone(int[][] keys, int size) {
        boolean[] alone = new boolean[size];
        Arrays.fill(alone, true);
        for (int[] key : keys) {
            if (key.length > 1) {
                for (int code : key) {
                    alone[code] = false;
                }
            }
        }
        return alone;
    }

    @Override
    public void encode(Points text, int from, int to, Tokens out) {
        PathSpace reused = spaces.poll();
        PathSpace space = reused == null ? new PathSpace() : reused;
        out.startWord();
        double score = 0;
        for (int start = from; start < to; ) {
            int end = start;
            for (int code; end < to && !alone[code = codes.of(text.at(end))]; end++) {
                space.set(end - start, code);
            }
            if (end > start) {
                score = search(space, end - start, score);
                add(space, end - start, text, start, out);
            }
            for (int code; end < to && alone[code = codes.of(text.at(end))]; end++) {
                if (code == 0) {
                    unknown.add(text, end, out);
                    score = rounded(score + unknownScore);
                } else {
                    int token = trie.value(trie.step(DoubleArray.ROOT, code));
                    out.add(ids[token], text.origin(end), text.origin(end + 1));
                    score = rounded(score + scores[token]);
                }
            }
            start = end;
        }
        if (!space.isLarge()) {
            spaces.add(space);
        }
    }

    private double rounded(double score) {
        return single ? (float) score : score;
    }

    /** Finds the best path through a stretch whose codes are laid out, and its score. */
    private double search(PathSpace space, int length, double startScore) {
        double[] best = space.scores;
        int[] tokens = space.tokens;
        int[] origins = space.origins;
        char[] row = space.codes;
        Arrays.fill(origins, 1, length + 1, UNKNOWN);
        best[0] = startScore;
        for (int place = 0; place < length; place++) {
            double till = best[place];
            int node = DoubleArray.ROOT;
            for (int i = place; i < length; ) {
                node = trie.step(node, row[i++]);
                if (node == DoubleArray.NONE) {
                    break;
                }
                int token = trie.value(node);
                if (token != DoubleArray.NONE) {
                    double score = atOnce ? (float) (till + scores[token]) : till + scores[token];
                    if (origins[i] == UNKNOWN || score > best[i]) {
                        best[i] = single ? (float) score : score;
                        tokens[i] = token;
                        origins[i] = place;
                    }
                }
            }
            if (!standsAlone[row[place]]) {
                double score = rounded(till + unknownScore);
                if (origins[place + 1] == UNKNOWN || score > best[place + 1]) {
                    best[place + 1] = score;
                    tokens[place + 1] = UNKNOWN;
                    origins[place + 1] = place;
                }
            }
        }
        return best[length];
    }

    private void add(PathSpace space, int length, Points text, int start, Tokens out) {
        int steps = 0;
        for (int i = length; i > 0; i = space.origins[i]) {
            space.ends[steps++] = i;
        }
        int from = start;
        while (steps > 0) {
            int end = space.ends[--steps];
            int token = space.tokens[end];
            if (token == UNKNOWN) {
                unknown.add(text, from, out);
            } else {
                out.add(ids[token], text.origin(from), text.origin(start + end));
            }
            from = start + end;
        }
    }

    @Override
    public void sample(Points text, int from, int to, Sampling sampling, Tokens out) {
        PathSpace path = lattice(text, from, to).sample(sampling);
        out.startWord();
        add(path, to - from, text, from, out);
    }

    @Override
    public List<int[]> nBest(Points text, int count) {
        return lattice(text, 0, text.size()).best(count).stream()
                .map(path -> {
                    Tokens tokens = new Tokens();
                    add(path, text.size(), text, 0, tokens);
                    return tokens.ids();
                })
                .toList();
    }

    private UnigramLattice lattice(Points text, int from, int to) {
        UnigramLattice lattice = new UnigramLattice(to - from);
        for (int place = from; place < to; place++) {
            int node = DoubleArray.ROOT;
            for (int i = place; i < to; ) {
                node = trie.step(node, codes.of(text.at(i++)));
                if (node == DoubleArray.NONE) {
                    break;
                }
                int token = trie.value(node);
                if (token != DoubleArray.NONE) {
                    lattice.add(place - from, i - from, token, scores[token]);
                }
            }
            if (!standsAlone[codes.of(text.at(place))]) {
                lattice.add(place - from, place - from + 1, UNKNOWN, unknownScore);
            }
        }
        return lattice;
    }
}
