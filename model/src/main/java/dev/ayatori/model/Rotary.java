package dev.ayatori.model;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.List;

/**
 * Rotary positions (Su et al. 2021): pairs of channels are turned by an angle that grows with the place. Channel i of the
 * first half of those that turn is paired with channel i of the second half; the rest of a head does not turn.
 *
 * @param theta base of the wave lengths
 * @param share of a head's channels that turn
 * @param scaling of the frequencies
 */
public record Rotary(double theta, double share, RotaryScaling scaling) {

    /** Checks base and share. */
    public Rotary {
        Sizes.require(theta > 1, "the rotary theta must be above 1", theta);
        Sizes.require(share > 0 && share <= 1, "the rotary share must be above 0 and at most 1", share);
    }

    /** Every channel turns, in the wave lengths of Su et al. */
    public static Rotary defaults() {
        return new Rotary(10_000, 1, new RotaryScaling.None());
    }

    /** How many channels of a head turn: an even number. */
    int channels(int headWidth) {
        return 2 * (int) (headWidth * share / 2);
    }

    /** Cosine and sine of every angle in f32, each (batch, 1, time, turning channels / 2). */
    List<Tensor> angles(int headWidth, long time, Tensor places) {
        float[] frequencies = new float[channels(headWidth) / 2];
        for (int i = 0; i < frequencies.length; i++) {
            double frequency = StrictMath.pow(theta, -i / (double) frequencies.length);
            frequencies[i] = (float) scaling.scaled(frequency);
        }
        Tensor angles = places.to(DataType.F32)
                .view(-1, 1, time, 1)
                .multiply(Tensor.of(frequencies, 1, 1, 1, frequencies.length));
        return List.of(angles.cosine(), angles.sine());
    }

    /** Turns (batch, heads, time, head width) by the angles; the result is f32. */
    static Tensor turn(Tensor heads, List<Tensor> angles) {
        return Scope.resultOf(() -> {
            Tensor all = heads.to(DataType.F32);
            Tensor cosine = angles.get(0);
            Tensor sine = angles.get(1);
            long half = cosine.size(-1);
            Tensor first = all.narrow(-1, 0, half);
            Tensor second = all.narrow(-1, half, half);
            Tensor turnedFirst = first.multiply(cosine).subtract(second.multiply(sine));
            Tensor turnedSecond = second.multiply(cosine).add(first.multiply(sine));
            long rest = all.size(-1) - 2 * half;
            return rest == 0
                    ? Functions.concatenate(List.of(turnedFirst, turnedSecond), -1)
                    : Functions.concatenate(List.of(turnedFirst, turnedSecond, all.narrow(-1, 2 * half, rest)), -1);
        });
    }
}
