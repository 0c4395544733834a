package dev.ayatori.tokenizer.train;

import dev.ayatori.tokenizer.vocabulary.DoubleArray;
import java.util.Arrays;

/**
 * All pieces found in one segment: edges between the places 0 to length, in the order of their start.
 *
 * <p>One instance serves many segments after each other; it belongs to one thread.
 */
final class Lattice {
    /** Probabilities below this are moved up by its inverse, exactly, so that long segments do not vanish. */
    private static final double TINY = 0x1p-256;

    private static final double HUGE = 0x1p256;

    private final int[] text;
    private final DoubleArray trie;
    private int length;
    private int edges;
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int[] piece = new int[256];
    private double[] forward = new double[64];
    private double[] backward = new double[64];
    private int[] forwardShifts = new int[64];
    private int[] backwardShifts = new int[64];
    private int[] bestEdge = new int[64];

    Lattice(int[] text, DoubleArray trie) {
        this.text = text;
        this.trie = trie;
    }

    /** Finds the pieces of the segment that stands in the text from {@code start} to {@code end}. */
    void load(int start, int end) {
        length = end - start;
        edges = 0;
        reserve();
        for (int i = 0; i < length; i++) {
            int node = DoubleArray.ROOT;
            for (int j = i; j < length; j++) {
                node = trie.step(node, text[start + j]);
                if (node == DoubleArray.NONE) {
                    break;
                }
                int value = trie.value(node);
                if (value != DoubleArray.NONE) {
                    addEdge(i, j + 1, value);
                }
            }
        }
    }

    private void addEdge(int start, int end, int value) {
        if (edges == from.length) {
            from = Arrays.copyOf(from, edges * 2);
            to = Arrays.copyOf(to, edges * 2);
            piece = Arrays.copyOf(piece, edges * 2);
        }
        from[edges] = start;
        to[edges] = end;
        piece[edges++] = value;
    }

    private void reserve() {
        if (forward.length <= length) {
            int size = Math.max(length + 1, forward.length * 2);
            forward = new double[size];
            backward = new double[size];
            forwardShifts = new int[size];
            backwardShifts = new int[size];
            bestEdge = new int[size];
        }
    }

    /**
     * Adds the expected occurrences of every piece in this segment, by forward and backward sums.
     *
     * @param probabilities of the pieces
     * @param weight of the segment, already in the unit of the counts
     * @param counts where the expectations are added, rounded to whole numbers
     * @return natural logarithm of the segment's probability
     */
    double expect(double[] probabilities, double weight, long[] counts) {
        sumForward(probabilities);
        sumBackward(probabilities);
        double whole = forward[length];
        double scale = weight / whole;
        for (int edge = 0; edge < edges; edge++) {
            int id = piece[edge];
            double share = forward[from[edge]] * probabilities[id] * backward[to[edge]] * scale;
            int shift = forwardShifts[from[edge]] + backwardShifts[to[edge]] - forwardShifts[length];
            if (shift != 0) {
                share = Math.scalb(share, -256 * shift);
            }
            counts[id] += (long) (share + 0.5);
        }
        return StrictMath.log(whole) - forwardShifts[length] * 256 * StrictMath.log(2);
    }

    private void sumForward(double[] probabilities) {
        Arrays.fill(forward, 0, length + 1, 0);
        forward[0] = 1;
        int shifts = 0;
        int edge = 0;
        for (int i = 0; i <= length; i++) {
            if (forward[i] < TINY) {
                shifts++;
                for (int j = i; j <= length; j++) {
                    forward[j] *= HUGE;
                }
            }
            forwardShifts[i] = shifts;
            for (; edge < edges && from[edge] == i; edge++) {
                forward[to[edge]] += forward[i] * probabilities[piece[edge]];
            }
        }
    }

    private void sumBackward(double[] probabilities) {
        Arrays.fill(backward, 0, length + 1, 0);
        backward[length] = 1;
        backwardShifts[length] = 0;
        int shifts = 0;
        int edge = edges - 1;
        for (int i = length - 1; i >= 0; i--) {
            double sum = 0;
            for (; edge >= 0 && from[edge] == i; edge--) {
                int end = to[edge];
                double term = probabilities[piece[edge]] * backward[end];
                sum += backwardShifts[end] == shifts ? term : Math.scalb(term, 256 * (shifts - backwardShifts[end]));
            }
            if (sum < TINY) {
                shifts++;
                sum *= HUGE;
            }
            backward[i] = sum;
            backwardShifts[i] = shifts;
        }
    }

    /** Adds the segment's weight to every piece on its best path. */
    void countBest(double[] scores, long weight, long[] counts) {
        best(scores, DoubleArray.NONE);
        for (int place = length; place > 0; place = from[bestEdge[place]]) {
            counts[piece[bestEdge[place]]] += weight;
        }
    }

    /** The score of the best path that does not use one piece; negative infinity when there is none. */
    double bestWithout(double[] scores, int excluded) {
        return best(scores, excluded);
    }

    /** The pieces of the path found last, last piece first. */
    int[] path() {
        int count = 0;
        int[] path = new int[length];
        for (int place = length; place > 0; place = from[bestEdge[place]]) {
            path[count++] = piece[bestEdge[place]];
        }
        return Arrays.copyOf(path, count);
    }

    private double best(double[] scores, int excluded) {
        Arrays.fill(forward, 0, length + 1, Double.NEGATIVE_INFINITY);
        forward[0] = 0;
        for (int edge = 0; edge < edges; edge++) {
            double score = forward[from[edge]] + scores[piece[edge]];
            if (score > forward[to[edge]] && piece[edge] != excluded) {
                forward[to[edge]] = score;
                bestEdge[to[edge]] = edge;
            }
        }
        return forward[length];
    }
}
