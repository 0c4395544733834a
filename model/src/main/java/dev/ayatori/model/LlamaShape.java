package dev.ayatori.model;

/**
 * The sizes of a Llama model: rotary positions, RMS norms, gated feed-forward, grouped queries.
 *
 * @param layers number of blocks
 * @param width channels of the residual stream
 * @param heads attention heads that ask
 * @param keyValueHeads attention heads that are asked, a divisor of {@code heads}
 * @param headWidth channels of one head
 * @param hidden channels inside the feed-forward part
 * @param context longest sequence in tokens
 * @param vocabulary number of token ids
 * @param tiedHead whether the head multiplies with the token embedding
 * @param details what changes values and hardly the count
 */
public record LlamaShape(
        int layers,
        int width,
        int heads,
        int keyValueHeads,
        int headWidth,
        int hidden,
        int context,
        int vocabulary,
        boolean tiedHead,
        Details details)
        implements ModelShape {

    /**
     * Numbers and biases inside the blocks.
     *
     * @param rotary how places turn queries and keys
     * @param normEpsilon added to the mean square by every normalisation
     * @param attentionBias whether the four projections of attention have biases
     */
    public record Details(Rotary rotary, double normEpsilon, boolean attentionBias) {
        /** Checks the epsilon. */
        public Details {
            Sizes.require(normEpsilon > 0, "the norm epsilon must be above 0", normEpsilon);
        }

        /** As Llama 2 has them. */
        public static Details defaults() {
            return new Details(Rotary.defaults(), 1e-5, false);
        }
    }

    /** Checks that every size is positive, that the heads divide, and that some channels turn. */
    public LlamaShape {
        Sizes.positive("layers", layers);
        Sizes.positive("width", width);
        Sizes.positive("heads", heads);
        Sizes.positive("keyValueHeads", keyValueHeads);
        Sizes.positive("headWidth", headWidth);
        Sizes.positive("hidden", hidden);
        Sizes.positive("context", context);
        Sizes.positive("vocabulary", vocabulary);
        Sizes.require(heads % keyValueHeads == 0, "keyValueHeads must divide heads (" + heads + ")", keyValueHeads);
        Sizes.require(
                details.rotary().channels(headWidth) >= 2,
                "at least two channels of a head must turn; with a rotary share of "
                        + details.rotary().share() + " headWidth is too small",
                headWidth);
    }

    @Override
    public Decoder decoder() {
        return new Llama(this);
    }
}
