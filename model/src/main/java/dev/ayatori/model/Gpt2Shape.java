package dev.ayatori.model;

/**
 * The sizes of a GPT-2 model: learned positions, pre-norm blocks, tied head.
 *
 * @param layers number of blocks
 * @param width channels of the residual stream
 * @param heads attention heads, a divisor of the width
 * @param context longest sequence in tokens
 * @param vocabulary number of token ids
 */
public record Gpt2Shape(int layers, int width, int heads, int context, int vocabulary) implements ModelShape {

    /** Checks that every size is positive and that the heads divide the width. */
    public Gpt2Shape {
        Sizes.positive("layers", layers);
        Sizes.positive("width", width);
        Sizes.positive("heads", heads);
        Sizes.positive("context", context);
        Sizes.positive("vocabulary", vocabulary);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "heads must divide width, but heads is " + heads + " and width is " + width);
        }
    }

    @Override
    public int keyValueHeads() {
        return heads;
    }

    @Override
    public int headWidth() {
        return width / heads;
    }

    @Override
    public boolean tiedHead() {
        return true;
    }

    @Override
    public Decoder decoder() {
        return new Gpt2(this);
    }
}
