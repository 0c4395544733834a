package dev.ayatori.tokenizer.train.unigram;

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

    private final PieceTrie trie;
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

    Lattice(PieceTrie trie) {
        this.trie = trie;
    }

    /** Finds the pieces of the segment that stands in the text from {@code start} to {@code end}. */
    void load(char[] text, int start, int end) {
        length = end - start;
        edges = 0;
        reserve();
        for (int i = start; i < end; i++) {
            if (edges + length > from.length) {
                int size = Math.max(edges + length, edges * 2);
                from = Arrays.copyOf(from, size);
                to = Arrays.copyOf(to, size);
                piece = Arrays.copyOf(piece, size);
            }
            int node = trie.first(text[i]);
            for (int j = i + 1; node != PieceTrie.NONE; j++) {
                int value = trie.value(node);
                if (value != PieceTrie.NONE) {
                    from[edges] = i - start;
                    to[edges] = j - start;
                    piece[edges++] = value;
                }
                if (j == end) {
                    break;
                }
                node = trie.step(node, text[j]);
            }
        }
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
        double whole = forward[length];
        Arrays.fill(backward, 0, length + 1, 0);
        backward[length] = weight / whole;
        backwardShifts[length] = 0;
        int shifts = 0;
        int edge = edges - 1;
        for (int i = length - 1; i >= 0; i--) {
            double sum = 0;
            for (; edge >= 0 && from[edge] == i; edge--) {
                int end = to[edge];
                double term = probabilities[piece[edge]] * backward[end];
                double share = forward[i] * term;
                int shift = forwardShifts[i] + backwardShifts[end] - forwardShifts[length];
                counts[piece[edge]] += (long) ((shift == 0 ? share : Math.scalb(share, -256 * shift)) + 0.5);
                sum += backwardShifts[end] == shifts ? term : Math.scalb(term, 256 * (shifts - backwardShifts[end]));
            }
            if (sum < TINY) {
                shifts++;
                sum *= HUGE;
            }
            backward[i] = sum;
            backwardShifts[i] = shifts;
        }
        return StrictMath.log(whole) - forwardShifts[length] * 256 * StrictMath.log(2);
    }

    private void sumForward(double[] probabilities) {
        Arrays.fill(forward, 0, length + 1, 0);
        forward[0] = 1;
        int shifts = 0;
        int edge = 0;
        for (int i = 0; i <= length; i++) {
            double here = forward[i];
            if (here < TINY) {
                shifts++;
                for (int j = i; j <= length; j++) {
                    forward[j] *= HUGE;
                }
                here = forward[i];
            }
            forwardShifts[i] = shifts;
            for (; edge < edges && from[edge] == i; edge++) {
                forward[to[edge]] += here * probabilities[piece[edge]];
            }
        }
    }

    /** Adds the segment's weight to every piece on its best path. */
    void countBest(double[] scores, long weight, long[] counts) {
        best(scores, PieceTrie.NONE);
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
