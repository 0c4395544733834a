package dev.ayatori.tokenizer.encode;

import dev.ayatori.tokenizer.normalise.Points;
import java.util.List;

/** Finds the tokens of a stretch of normalised text; many threads may use one at once. */
public sealed interface SubwordModel permits Unigram, BytePairs {

    /** Adds the tokens of the code points from one index up to, not including, another. */
    void encode(Points text, int from, int to, Tokens out);

    /** Adds a segmentation drawn by chance, for subword regularisation. */
    void sample(Points text, int from, int to, Sampling sampling, Tokens out);

    /** The best segmentations of a text, the best first. */
    List<int[]> nBest(Points text, int count);
}
