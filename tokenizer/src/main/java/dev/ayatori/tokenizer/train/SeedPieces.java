package dev.ayatori.tokenizer.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The pieces to start from: every character, and the substrings with the highest frequency times length.
 *
 * <p>Candidates are the nodes of the suffix tree (Abouelhoda et al. 2004, from suffix array and shared prefixes): each is
 * the longest of the substrings that occur at the same places. As equal segments are stored once, a suffix of one segment
 * is a node, too, when that segment occurs more than once.
 */
final class SeedPieces {
    private record Candidate(int start, int length, long weight) {
        double score() {
            return (double) weight * length;
        }
    }

    private final CodedText text;
    private final Alphabet alphabet;
    private final int maximalLength;
    private final int[] order;
    private final int[] shared;
    private final List<Candidate> candidates = new ArrayList<>();

    SeedPieces(CodedText text, Alphabet alphabet, int maximalLength) {
        this.text = text;
        this.alphabet = alphabet;
        this.maximalLength = maximalLength;
        this.order = SuffixArray.of(text.codes(), alphabet.size());
        this.shared = SuffixArray.sharedPrefixes(text.codes(), order);
    }

    /** The pieces with the logarithm of their share as score, in the order of their codes. */
    PieceTable seeds(int seedSize) {
        collect();
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(this::compareText));
        int chosen = Math.min(candidates.size(), Math.max(0, seedSize - alphabet.size() + 1));
        int[][] pieces = new int[alphabet.size() - 1 + chosen][];
        double[] scores = new double[pieces.length];
        for (int code = 1; code < alphabet.size(); code++) {
            pieces[code - 1] = new int[] {code};
            scores[code - 1] = Math.max(1, alphabet.weight(code));
        }
        for (int i = 0; i < chosen; i++) {
            Candidate candidate = candidates.get(i);
            pieces[alphabet.size() - 1 + i] =
                    Arrays.copyOfRange(text.codes(), candidate.start, candidate.start + candidate.length);
            scores[alphabet.size() - 1 + i] = candidate.score();
        }
        candidates.clear();
        double logTotal = StrictMath.log(Arrays.stream(scores).reduce(0, (a, b) -> a + b));
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.log(scores[i]) - logTotal;
        }
        return PieceTable.sorted(pieces, scores);
    }

    /** Walks all intervals of equal prefixes with a stack of those still open, and each single suffix on its way. */
    private void collect() {
        long[] before = weightsBefore();
        int[] depths = new int[order.length + 2];
        int[] lefts = new int[order.length + 2];
        int open = 0;
        for (int rank = 1; rank <= order.length; rank++) {
            int depth = rank < order.length ? shared[rank] : 0;
            int left = rank - 1;
            add(order[left], remaining(order[left]), Math.max(shared[left], depth), before[rank] - before[left]);
            while (open > 0 && depths[open] > depth) {
                left = lefts[open];
                int parent = Math.max(depth, depths[open - 1]);
                add(order[left], depths[open], parent, before[rank] - before[left]);
                open--;
            }
            if (depth > depths[open]) {
                open++;
                depths[open] = depth;
                lefts[open] = left;
            }
        }
    }

    private void add(int start, int length, int parentLength, long weight) {
        if (length < 2
                || length > maximalLength
                || length == parentLength
                || weight < 2 * WeightedText.UNIT
                || !Segmenter.isPiece(codePoints(start, length), 0, length)) {
            return;
        }
        candidates.add(new Candidate(start, length, weight));
    }

    private int[] codePoints(int start, int length) {
        int[] codePoints = new int[length];
        for (int i = 0; i < length; i++) {
            codePoints[i] = alphabet.codePoint(text.codes()[start + i]);
        }
        return codePoints;
    }

    /** Symbols from here to the end of the segment; anything longer than a piece is as good as another. */
    private int remaining(int start) {
        int length = 0;
        while (length <= maximalLength && text.codes()[start + length] != 0) {
            length++;
        }
        return length;
    }

    /** Running sum of the suffixes' weights in their order; a suffix weighs what its segment weighs. */
    private long[] weightsBefore() {
        int[] segmentOf = new int[text.codes().length];
        for (int segment = 0; segment < text.segments(); segment++) {
            Arrays.fill(segmentOf, text.start(segment), text.end(segment) + 1, segment);
        }
        long[] before = new long[order.length + 1];
        for (int rank = 0; rank < order.length; rank++) {
            before[rank + 1] = before[rank] + text.weight(segmentOf[order[rank]]);
        }
        return before;
    }

    private int compareText(Candidate left, Candidate right) {
        int[] codes = text.codes();
        return Arrays.compare(
                codes, left.start, left.start + left.length, codes, right.start, right.start + right.length);
    }
}
