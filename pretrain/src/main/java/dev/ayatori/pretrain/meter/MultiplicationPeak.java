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

    private static final int SIZE = 1024;
    private static final long NANOSECONDS = 300_000_000;

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
            Tensor matrix = Tensor.zeros(type, SIZE, SIZE).addInPlace(0.5);
            long begin = System.nanoTime();
            for (long now = begin; now - begin < NANOSECONDS; ) {
                try (Scope _ = Scope.open()) {
                    matrix.matmul(matrix);
                }
                long end = System.nanoTime();
                best = Math.max(best, 2.0 * SIZE * SIZE * SIZE / (end - now) * 1e9);
                now = end;
            }
        }
        return best;
    }
}
