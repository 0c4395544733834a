package dev.ayatori.shards;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Windows of {@code context + 1} tokens: sequence {@code i} starts at token {@code i * context}, so neighbours share one
 * token, the target of one and the first input of the next.
 *
 * @param tokens tokens of the file
 * @param context tokens the model looks back on
 */
public record Windows(long tokens, int context) implements Layout {
    public Windows {
        if (context < 1) {
            throw new IllegalArgumentException("context must be at least 1, but is " + context);
        }
        if (tokens < context + 1L) {
            throw new IllegalArgumentException("tokens must be at least context + 1 = " + (context + 1L)
                    + " to fill one sequence, but are " + tokens + "; lower the context or add text");
        }
    }

    @Override
    public long sequences() {
        return (tokens - 1) / context;
    }

    @Override
    public int[] tokens(TokenFile file, long sequence) {
        int[] window = new int[context + 1];
        file.read(sequence * context, window);
        return window;
    }

    @Override
    public int[] documents(TokenFile file, long sequence) {
        long first = sequence * context;
        long end = first + context + 1;
        int[] lengths = new int[context + 1];
        int count = 0;
        for (int document = file.documentAt(first); first < end; document++) {
            long documentEnd = Math.min(end, file.documentStart(document + 1));
            if (documentEnd > first) {
                lengths[count++] = (int) (documentEnd - first);
                first = documentEnd;
            }
        }
        return Arrays.copyOf(lengths, count);
    }

    @Override
    public long[] sequencesHolding(long firstToken, long endToken) {
        TokenRange.check(firstToken, endToken, tokens);
        long first = Math.max(0, Math.ceilDiv(firstToken - context, context));
        long last = Math.min(sequences() - 1, Math.floorDiv(endToken - 1, context));
        return firstToken == endToken
                ? new long[0]
                : LongStream.rangeClosed(first, last).toArray();
    }
}
