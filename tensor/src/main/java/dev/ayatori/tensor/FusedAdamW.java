package dev.ayatori.tensor;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019) in one pass over gradient, master
 * weights, both moments and the weights that are computed with: the step is bound by memory, so each value is read and
 * written once.
 *
 * <p>The vector loop and its scalar twin do the same operations in the same order and give equal bits.
 */
public final class FusedAdamW {

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int BF16_NAN = 0x7FC0;

    private final float gradientFactor;
    private final float firstShare;
    private final float secondKept;
    private final float secondShare;
    private final float rootFactor;
    private final float epsilon;
    private final float stepSize;
    private final double learningRate;

    /**
     * The numbers of one step.
     *
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     * @param epsilon added to the root of the second moment
     * @param learningRate of this step
     * @param step counted from 1, for the correction of the moments' bias
     * @param gradientFactor what every gradient is multiplied with first: clipping and loss scale in one
     */
    public record Step(
            double beta1, double beta2, double epsilon, double learningRate, long step, double gradientFactor) {}

    /**
     * Memory of equal length in values: f32 but for {@code computed}.
     *
     * @param gradient of the weights
     * @param master weights
     * @param first moment
     * @param second moment
     * @param computed the weights as they are computed with, in {@code type}; not touched where the type is f32, because
     *     then the master weights are computed with
     * @param type of the computed weights
     */
    public record Memory(
            MemorySegment gradient,
            MemorySegment master,
            MemorySegment first,
            MemorySegment second,
            MemorySegment computed,
            DataType type) {}

    /** The arithmetic of one step. */
    public FusedAdamW(Step step) {
        this.gradientFactor = (float) step.gradientFactor();
        this.firstShare = (float) (1 - step.beta1());
        this.secondKept = (float) step.beta2();
        this.secondShare = (float) (1 - step.beta2());
        this.rootFactor = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(step.beta2(), step.step())));
        this.epsilon = (float) step.epsilon();
        this.stepSize = (float) (step.learningRate() / (1 - StrictMath.pow(step.beta1(), step.step())));
        this.learningRate = step.learningRate();
    }

    /** Changes the weights {@code begin} to {@code end}, which decay by the given share of the learning rate. */
    public void apply(Memory memory, long begin, long end, double weightDecay) {
        float kept = (float) (1 - learningRate * weightDecay);
        long vectorsEnd = begin + (end - begin) / FLOATS.length() * FLOATS.length();
        if (memory.type() == DataType.F16) {
            scalar(memory, begin, end, kept); // the JIT vectorises the rounding of this one
            return;
        }
        vector(memory, begin, vectorsEnd, kept);
        scalar(memory, vectorsEnd, end, kept);
    }

    private void vector(Memory memory, long begin, long end, float kept) {
        boolean rounds = memory.type() == DataType.BF16;
        for (long i = begin; i < end; i += FLOATS.length()) {
            long at = i * Float.BYTES;
            FloatVector gradient = FloatVector.fromMemorySegment(FLOATS, memory.gradient(), at, ORDER)
                    .mul(gradientFactor);
            FloatVector first = FloatVector.fromMemorySegment(FLOATS, memory.first(), at, ORDER);
            first = first.add(gradient.sub(first).mul(firstShare));
            FloatVector second = FloatVector.fromMemorySegment(FLOATS, memory.second(), at, ORDER)
                    .mul(secondKept)
                    .add(gradient.mul(gradient).mul(secondShare));
            FloatVector root = second.sqrt().mul(rootFactor).add(epsilon);
            FloatVector weight = FloatVector.fromMemorySegment(FLOATS, memory.master(), at, ORDER)
                    .mul(kept)
                    .sub(first.div(root).mul(stepSize));
            first.intoMemorySegment(memory.first(), at, ORDER);
            second.intoMemorySegment(memory.second(), at, ORDER);
            weight.intoMemorySegment(memory.master(), at, ORDER);
            if (rounds) {
                bf16(weight).intoMemorySegment(memory.computed(), i * Short.BYTES, ORDER);
            }
        }
    }

    /** Rounds to nearest, ties to even, as libtorch does. */
    private static ShortVector bf16(FloatVector values) {
        IntVector bits = values.reinterpretAsInts();
        IntVector even = bits.lanewise(VectorOperators.LSHR, 16).and(1);
        IntVector rounded = bits.add(even.add(0x7FFF)).lanewise(VectorOperators.LSHR, 16);
        VectorMask<Integer> isNaN = values.test(VectorOperators.IS_NAN).cast(INTS);
        return (ShortVector) rounded.blend(BF16_NAN, isNaN).convertShape(VectorOperators.I2S, SHORTS, 0);
    }

    /** The twin: what {@link #vector} does, value by value. */
    void scalar(Memory memory, long begin, long end, float kept) {
        for (long i = begin; i < end; i++) {
            float gradient = memory.gradient().getAtIndex(JAVA_FLOAT, i) * gradientFactor;
            float first = memory.first().getAtIndex(JAVA_FLOAT, i);
            first = first + (gradient - first) * firstShare;
            float second = memory.second().getAtIndex(JAVA_FLOAT, i) * secondKept + gradient * gradient * secondShare;
            float root = (float) Math.sqrt(second) * rootFactor + epsilon;
            float weight = memory.master().getAtIndex(JAVA_FLOAT, i) * kept - first / root * stepSize;
            memory.first().setAtIndex(JAVA_FLOAT, i, first);
            memory.second().setAtIndex(JAVA_FLOAT, i, second);
            memory.master().setAtIndex(JAVA_FLOAT, i, weight);
            switch (memory.type()) {
                case BF16 -> memory.computed().setAtIndex(JAVA_SHORT, i, bf16(weight));
                case F16 -> memory.computed().setAtIndex(JAVA_SHORT, i, Float.floatToFloat16(weight));
                case F32, I64 -> {}
            }
        }
    }

    static short bf16(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) (Float.isNaN(value) ? BF16_NAN : bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
    }
}
