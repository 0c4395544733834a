package dev.ayatori.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums over f32 memory whose bits depend on nothing but the values and the width of this machine's vectors. */
public final class Vectors {

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private Vectors() {}

    /** The sum of the squares of the values {@code begin} to {@code end}, in f64. */
    public static double sumOfSquares(MemorySegment values, long begin, long end) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        long i = begin;
        for (; i + FLOATS.length() <= end; i += FLOATS.length()) {
            FloatVector floats =
                    FloatVector.fromMemorySegment(FLOATS, values, i * Float.BYTES, ByteOrder.nativeOrder());
            DoubleVector first = (DoubleVector) floats.convertShape(VectorOperators.F2D, DOUBLES, 0);
            DoubleVector second = (DoubleVector) floats.convertShape(VectorOperators.F2D, DOUBLES, 1);
            low = first.fma(first, low);
            high = second.fma(second, high);
        }
        double sum = 0;
        for (double lane : low.add(high).toArray()) {
            sum += lane; // reduceLanes may add in any order
        }
        for (; i < end; i++) {
            double value = values.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            sum += value * value;
        }
        return sum;
    }
}
