package dev.ayatori.evaluate.task;

import dev.ayatori.evaluate.language.LengthBatches;
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
    private final int batchTokens;

    /** Windows that share {@code overlap} tokens of context; batches of at most {@code batchTokens} tokens. */
    public BitsPerByte(int overlap, int batchTokens) {
        this.overlap = overlap;
        this.batchTokens = batchTokens;
    }

    /** Bits of each document. */
    public double[] bits(TokenScorer scorer, List<EncodedDocument> documents) {
        List<Window> windows = new ArrayList<>();
        for (int document = 0; document < documents.size(); document++) {
            addWindows(document, documents.get(document).tokens().length, scorer.longestSequence(), windows);
        }
        List<int[]> sequences = windows.stream()
                .map(window -> Arrays.copyOfRange(documents.get(window.document).tokens(), window.from, window.to))
                .toList();
        List<double[]> scored = new LengthBatches(scorer, batchTokens).score(sequences);
        double[] bits = new double[documents.size()];
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            double[] logs = scored.get(i);
            for (int token = window.countedFrom; token < window.to; token++) {
                bits[window.document] -= logs[token - window.from - 1] / LN_2;
            }
        }
        return bits;
    }

    /** Tokens {@code from} to before {@code to} are read, those from {@code countedFrom} on are counted. */
    private record Window(int document, int from, int to, int countedFrom) {}

    private void addWindows(int document, int length, int longest, List<Window> windows) {
        if (overlap > longest - 2) {
            throw new IllegalArgumentException("windowOverlap must be at most " + (longest - 2)
                    + ", two less than the context of the model, but is " + overlap);
        }
        int countedFrom = 1;
        while (countedFrom < length) {
            int from = Math.max(0, countedFrom - 1 - overlap);
            int to = (int) Math.min(length, (long) from + longest);
            windows.add(new Window(document, from, to, countedFrom));
            countedFrom = to;
        }
    }
}
