package dev.ayatori.model.generate;

import dev.ayatori.model.CounterRandom;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Draws tokens from logits; equal seeds draw equal tokens on every platform. */
final class Sampler {

    private final Sampling sampling;
    private final CounterRandom random;
    private long drawn;

    Sampler(Sampling sampling) {
        this.sampling = sampling;
        this.random = new CounterRandom(sampling.seed(), 0);
    }

    /** The next token; of equal logits the smaller token comes first. */
    int draw(float[] logits) {
        if (sampling.temperature() == 0) {
            return mostProbable(logits);
        }
        int[] candidates = candidates(logits);
        double[] weights = new double[candidates.length];
        float largest = logits[candidates[0]];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp((logits[candidates[i]] - largest) / sampling.temperature());
            total += weights[i];
        }
        int kept = nucleus(weights, total);
        return candidates[pick(weights, kept)];
    }

    private int[] candidates(float[] logits) {
        int limit = sampling.topK() == 0 ? logits.length : Math.min(sampling.topK(), logits.length);
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparing((Integer token) -> -logits[token]).thenComparing(token -> token))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int nucleus(double[] weights, double total) {
        double reached = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            if (reached >= sampling.topP() * total) {
                return i + 1;
            }
        }
        return weights.length;
    }

    private int pick(double[] weights, int kept) {
        double total = 0;
        for (int i = 0; i < kept; i++) {
            total += weights[i];
        }
        double target = random.uniform(drawn++) * total;
        double reached = 0;
        for (int i = 0; i < kept - 1; i++) {
            reached += weights[i];
            if (reached >= target) {
                return i;
            }
        }
        return kept - 1;
    }

    private static int mostProbable(float[] logits) {
        int best = 0;
        for (int token = 1; token < logits.length; token++) {
            if (logits[token] > logits[best]) {
                best = token;
            }
        }
        return best;
    }
}
