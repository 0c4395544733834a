package dev.ayatori.tokenizer.train;

import java.util.Arrays;

/**
 * The distinct segments as codes of an {@link Alphabet}, behind each other, each ended by code 0.
 *
 * <p>Characters without a code end a segment, too: no piece may hold them.
 */
final class CodedText {
    private int[] codes = new int[1 << 16];
    private int length;
    private int[] starts = new int[1 << 12];
    private long[] weights = new long[1 << 12];
    private int segments;

    private CodedText() {}

    static CodedText of(WeightedText text, Alphabet alphabet) {
        CodedText coded = new CodedText();
        for (WeightedSegment segment : text.segments()) {
            coded.add(segment, alphabet);
        }
        coded.starts = Arrays.copyOf(coded.starts, coded.segments + 1);
        coded.starts[coded.segments] = coded.length;
        coded.codes = Arrays.copyOf(coded.codes, coded.length);
        return coded;
    }

    private void add(WeightedSegment segment, Alphabet alphabet) {
        String text = segment.text();
        int start = length;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            int code = alphabet.code(codePoint);
            if (code != 0) {
                append(code);
            } else {
                end(start, segment.weight());
                start = length;
            }
        }
        end(start, segment.weight());
    }

    private void append(int code) {
        if (length == codes.length) {
            codes = Arrays.copyOf(codes, Math.multiplyExact(length, 2));
        }
        codes[length++] = code;
    }

    private void end(int start, long weight) {
        if (start == length) {
            return;
        }
        append(0);
        if (segments == weights.length) {
            starts = Arrays.copyOf(starts, segments * 2);
            weights = Arrays.copyOf(weights, segments * 2);
        }
        starts[segments] = start;
        weights[segments++] = weight;
    }

    /** All codes; segment {@code s} stands from {@code start(s)} to {@code end(s)}, where its 0 is. */
    int[] codes() {
        return codes;
    }

    int segments() {
        return segments;
    }

    int start(int segment) {
        return starts[segment];
    }

    int end(int segment) {
        return starts[segment + 1] - 1;
    }

    long weight(int segment) {
        return weights[segment];
    }
}
