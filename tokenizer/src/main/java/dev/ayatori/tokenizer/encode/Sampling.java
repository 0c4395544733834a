package dev.ayatori.tokenizer.encode;

import java.util.random.RandomGenerator;

/**
 * How a segmentation is drawn by chance.
 *
 * @param alpha Unigram: how sharply likelier paths are preferred, 0 not at all (Kudo 2018); byte pairs: the share of merges
 *     that are left out (Provilkov et al. 2020)
 * @param random what decides; equal generators give equal segmentations
 */
public record Sampling(double alpha, RandomGenerator random) {
    public Sampling {
        if (!(alpha >= 0 && alpha <= 100)) {
            throw new IllegalArgumentException("alpha must be between 0 and 100, but is " + alpha);
        }
    }
}
