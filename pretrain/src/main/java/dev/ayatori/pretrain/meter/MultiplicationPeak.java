package dev.ayatori.pretrain.meter;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;

/** What this process reaches when it does nothing but multiply matrices: the peak that a training is held against. */
public final class MultiplicationPeak {

    private static final int SMALLEST = 128;
    private static final int LARGEST = 1024;
    private static final long NANOSECONDS = 300_000_000;

    /** A product that takes longer does not grow: f16 without instructions of its own is a hundred times slower. */
    private static final long LONG = 10_000_000;

    private MultiplicationPeak() {}

    /** Operations a second of so many threads that each multiply square matrices of a type for a third of a second. */
    public static double measure(DataType type, int threads) throws InterruptedException {
        DoubleAdder sum = new DoubleAdder();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(Thread.ofPlatform().name("peak-" + i).start(() -> sum.add(measure(type))));
        }
        for (Thread thread : all) {
            thread.join();
        }
        return sum.sum();
    }

    /** The fastest of the products of one thread. */
    private static double measure(DataType type) {
        double best = 0;
        try (Scope _ = Scope.open();
                Gradients.Off _ = Gradients.off()) {
            int size = SMALLEST;
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < NANOSECONDS) {
                long took = product(type, size);
                best = Math.max(best, 2.0 * size * size * size / took * 1e9);
                if (took < LONG && size < LARGEST) {
                    size *= 2;
                }
            }
        }
        return best;
    }

    private static long product(DataType type, int size) {
        try (Scope _ = Scope.open()) {
            Tensor matrix = Tensor.zeros(type, size, size).addInPlace(0.5);
            long begin = System.nanoTime();
            matrix.matmul(matrix);
            return System.nanoTime() - begin;
        }
    }
}
