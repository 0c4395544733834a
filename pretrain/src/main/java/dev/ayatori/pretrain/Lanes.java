package dev.ayatori.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The lanes of a step on a few threads. Each lane sums its micro-batches one after the other and the lanes add up in a
 * balanced tree, so that the sum is equal to the bit for any number of threads.
 */
final class Lanes implements AutoCloseable {

    private final List<Lane> lanes;
    private final ExecutorService threads;

    Lanes(List<Lane> lanes, int threads) {
        this.lanes = List.copyOf(lanes);
        this.threads = Executors.newFixedThreadPool(
                Math.min(threads, lanes.size()),
                Thread.ofPlatform().name("lane-", 0).factory());
    }

    /** What a lane does with its share of the work. */
    @FunctionalInterface
    interface Work {
        double of(Lane lane, int number);
    }

    /** Does the work on every lane and adds the results up in the order of the lanes. */
    double sum(Work work) throws InterruptedException {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (int number = 0; number < lanes.size(); number++) {
            int own = number;
            tasks.add(() -> work.of(lanes.get(own), own));
        }
        double sum = 0;
        for (Future<Double> result : threads.invokeAll(tasks)) {
            sum += value(result);
        }
        return sum;
    }

    /** The gradient of all lanes, summed into the first. */
    Weights gradient() {
        for (int stride = 1; stride < lanes.size(); stride *= 2) {
            for (int left = 0; left < lanes.size(); left += 2 * stride) {
                lanes.get(left)
                        .gradient()
                        .flat()
                        .addInPlace(lanes.get(left + stride).gradient().flat(), 1);
            }
        }
        return lanes.getFirst().gradient();
    }

    int count() {
        return lanes.size();
    }

    private static double value(Future<Double> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a lane failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        lanes.forEach(Lane::close);
    }
}
