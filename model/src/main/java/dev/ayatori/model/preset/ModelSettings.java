package dev.ayatori.model.preset;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.Rotary;

/**
 * Which model a recipe trains: a preset, and what of it is to be different. A 0 leaves what the preset says, or follows
 * from the values that are given.
 *
 * @param preset name of a known shape
 * @param layers number of blocks
 * @param width channels of the residual stream
 * @param heads attention heads, a divisor of the width
 * @param keyValueHeads heads of keys and values (Llama only)
 * @param hidden channels inside the feed-forward part (Llama only)
 * @param context longest sequence in tokens
 * @param vocabulary token ids, at least those of the tokenizer; 0 with the preset "quickstart" is just those
 * @param head what the head multiplies with (Llama only)
 * @param rotaryShare share of a head's channels that turn (Llama only)
 * @param rotaryTheta base of the rotary wave lengths (Llama only)
 */
public record ModelSettings(
        String preset,
        int layers,
        int width,
        int heads,
        int keyValueHeads,
        int hidden,
        int context,
        int vocabulary,
        Head head,
        double rotaryShare,
        double rotaryTheta) {

    /** What the head multiplies with. */
    public enum Head {
        /** What the preset says. */
        PRESET,
        /** The token embedding. */
        TIED,
        /** A matrix of its own. */
        UNTIED
    }

    /** Checks the numbers; {@link #shape} checks how they go together. */
    public ModelSettings {
        Presets.of(preset);
        notNegative("layers", layers);
        notNegative("width", width);
        notNegative("heads", heads);
        notNegative("keyValueHeads", keyValueHeads);
        notNegative("hidden", hidden);
        notNegative("context", context);
        notNegative("vocabulary", vocabulary);
        notNegative("rotaryShare", rotaryShare);
        notNegative("rotaryTheta", rotaryTheta);
    }

    /** The model of the quickstart. */
    public static ModelSettings defaults() {
        return of(Presets.QUICKSTART);
    }

    /** A preset as it is. */
    public static ModelSettings of(String preset) {
        return new ModelSettings(preset, 0, 0, 0, 0, 0, 0, 0, Head.PRESET, 0, 0);
    }

    /** The shape for a tokenizer with so many pieces; refuses a vocabulary that they do not fit in. */
    public ModelShape shape(int pieces) {
        ModelShape shape = switch (Presets.of(preset)) {
            case Gpt2Shape gpt2 -> gpt2(gpt2, pieces);
            case LlamaShape llama -> llama(llama, pieces);
        };
        if (shape.vocabulary() < pieces) {
            throw new IllegalArgumentException("vocabulary must be at least the tokenizer's " + pieces
                    + " pieces, but is " + shape.vocabulary() + "; set model.vocabulary to " + pieces + " or more");
        }
        return shape;
    }

    private Gpt2Shape gpt2(Gpt2Shape base, int pieces) {
        llamaOnly("keyValueHeads", keyValueHeads == 0);
        llamaOnly("hidden", hidden == 0);
        llamaOnly("head", head == Head.PRESET);
        llamaOnly("rotaryShare", rotaryShare == 0);
        llamaOnly("rotaryTheta", rotaryTheta == 0);
        return new Gpt2Shape(
                or(layers, base.layers()),
                or(width, base.width()),
                or(heads, base.heads()),
                or(context, base.context()),
                vocabulary(base, pieces));
    }

    private LlamaShape llama(LlamaShape base, int pieces) {
        int allWidth = or(width, base.width());
        int allHeads = or(heads, base.heads());
        if (allWidth % allHeads != 0) {
            throw new IllegalArgumentException(
                    "heads must divide width, but heads is " + allHeads + " and width is " + allWidth);
        }
        int hiddenThen = Math.toIntExact((long) base.hidden() * allWidth / base.width());
        return new LlamaShape(
                or(layers, base.layers()),
                allWidth,
                allHeads,
                or(keyValueHeads, heads == 0 ? base.keyValueHeads() : heads),
                allWidth / allHeads,
                or(hidden, hiddenThen),
                or(context, base.context()),
                vocabulary(base, pieces),
                head == Head.PRESET ? base.tiedHead() : head == Head.TIED,
                details(base.details()));
    }

    private LlamaShape.Details details(LlamaShape.Details base) {
        Rotary rotary = base.rotary();
        return new LlamaShape.Details(
                new Rotary(
                        rotaryTheta == 0 ? rotary.theta() : rotaryTheta,
                        rotaryShare == 0 ? rotary.share() : rotaryShare,
                        rotary.scaling()),
                base.normEpsilon(),
                base.attentionBias());
    }

    private int vocabulary(ModelShape base, int pieces) {
        return or(vocabulary, preset.equals(Presets.QUICKSTART) ? pieces : base.vocabulary());
    }

    private void llamaOnly(String name, boolean untouched) {
        if (!untouched) {
            throw new IllegalArgumentException(
                    name + " is for Llama, but the preset \"" + preset + "\" is a GPT-2; leave it out");
        }
    }

    private static int or(int value, int absent) {
        return value == 0 ? absent : value;
    }

    private static void notNegative(String name, double value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but is " + value);
        }
    }
}
