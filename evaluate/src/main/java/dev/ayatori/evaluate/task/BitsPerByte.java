package dev.ayatori.evaluate.task;

import dev.ayatori.evaluate.language.TokenScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many bits a model needs to write a document down, to be divided by the UTF-8 bytes of its text.
 *
 * <p>A document is its tokens followed by {@code </s>}; every one of them is predicted exactly once, the first after
 * {@code </s>} alone, as every document begins in training. The bits are the sum of -log2 p over these predictions, so
 * that the number compares models of different tokenizers too. A document longer than the model's context is read in
 * windows: each window after the first repeats the last {@code overlap} + 1 tokens of the one before as context and is
 * counted from there on. Models without a bound on their context read every document whole.
 */
public final class BitsPerByte {

    private static final double LN_2 = StrictMath.log(2);

    private final int overlap;

    /** Windows that share {@code overlap} tokens of context. */
    public BitsPerByte(int overlap) {
        this.overlap = overlap;
    }

    /** Bits of each document. */
    public double[] bits(TokenScorer scorer, List<EncodedDocument> documents) {
        double[] bits = new double[documents.size()];
        for (int document = 0; document < bits.length; document++) {
            int[] tokens = documents.get(document).tokens();
            for (Window window : windows(tokens.length, scorer.longestSequence())) {
                bits[document] += bits(scorer, tokens, window);
            }
        }
        return bits;
    }

    private static double bits(TokenScorer scorer, int[] tokens, Window window) {
        double[] logs = scorer.logProbabilities(Arrays.copyOfRange(tokens, window.from, window.to));
        double nats = 0;
        for (int token = window.countedFrom; token < window.to; token++) {
            nats -= logs[token - window.from - 1];
        }
        return nats / LN_2;
    }

    /** Tokens {@code from} to before {@code to} are read, those from {@code countedFrom} on are counted. */
    private record Window(int from, int to, int countedFrom) {}

    private List<Window> windows(int length, int longest) {
        if (overlap > longest - 2) {
            throw new IllegalArgumentException("windowOverlap must be at most " + (longest - 2)
                    + ", two less than the context of the model, but is " + overlap);
        }
        List<Window> windows = new ArrayList<>();
        int countedFrom = 1;
        while (countedFrom < length) {
            int from = Math.max(0, countedFrom - 1 - overlap);
            int to = (int) Math.min(length, (long) from + longest);
            windows.add(new Window(from, to, countedFrom));
            countedFrom = to;
        }
        return windows;
    }
}
