package dev.ayatori.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How rotary frequencies change so that a model reads more tokens than it first learned from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RotaryScaling.None.class, name = "default"),
    @JsonSubTypes.Type(value = RotaryScaling.Linear.class, name = "linear"),
    @JsonSubTypes.Type(value = RotaryScaling.Llama3.class, name = "llama3")
})
public sealed interface RotaryScaling {

    /** The frequency that takes the place of another, in radians per token. */
    double scaled(double frequency);

    /** Frequencies stay as they are. */
    record None() implements RotaryScaling {
        @Override
        public double scaled(double frequency) {
            return frequency;
        }
    }

    /**
     * Every frequency divided by a factor (Chen et al. 2023).
     *
     * @param factor how much longer texts may be
     */
    record Linear(double factor) implements RotaryScaling {
        /** Checks the factor. */
        public Linear {
            Sizes.require(factor >= 1, "the rotary scaling factor must be at least 1", factor);
        }

        @Override
        public double scaled(double frequency) {
            return frequency / factor;
        }
    }

    /**
     * Low frequencies divided by a factor, high ones kept, those between blended (Llama 3.1; Grattafiori et al. 2024).
     *
     * @param factor how much longer texts may be
     * @param lowFrequencyFactor waves longer than the first context divided by this are divided by the factor
     * @param highFrequencyFactor waves shorter than the first context divided by this are kept
     * @param firstContext tokens that the model first learned from
     */
    record Llama3(double factor, double lowFrequencyFactor, double highFrequencyFactor, int firstContext)
            implements RotaryScaling {
        /** Checks the factors. */
        public Llama3 {
            Sizes.require(factor >= 1, "the rotary scaling factor must be at least 1", factor);
            Sizes.require(
                    highFrequencyFactor > lowFrequencyFactor,
                    "the high frequency factor must be above the low one (" + lowFrequencyFactor + ")",
                    highFrequencyFactor);
            Sizes.require(firstContext >= 1, "the first context must be at least 1", firstContext);
        }

        @Override
        public double scaled(double frequency) {
            double waves = firstContext * frequency / (2 * Math.PI);
            if (waves <= lowFrequencyFactor) {
                return frequency / factor;
            }
            if (waves >= highFrequencyFactor) {
                return frequency;
            }
            double kept = (waves - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor);
            return (1 - kept) * frequency / factor + kept * frequency;
        }
    }
}
