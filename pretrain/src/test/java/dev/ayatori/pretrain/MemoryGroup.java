package dev.ayatori.pretrain;

import dev.ayatori.tensor.ProcessGroup;
import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;

/** A group whose processes are threads of one test. */
final class MemoryGroup implements ProcessGroup {

    private record Line(int from, int to) {}

    private final int rank;
    private final int size;
    private final Map<Line, BlockingQueue<byte[]>> lines;
    private final CyclicBarrier barrier;

    private MemoryGroup(int rank, int size, Map<Line, BlockingQueue<byte[]>> lines, CyclicBarrier barrier) {
        this.rank = rank;
        this.size = size;
        this.lines = lines;
        this.barrier = barrier;
    }

    static List<ProcessGroup> of(int size) {
        Map<Line, BlockingQueue<byte[]>> lines = new ConcurrentHashMap<>();
        CyclicBarrier barrier = new CyclicBarrier(size);
        List<ProcessGroup> groups = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            groups.add(new MemoryGroup(rank, size, lines, barrier));
        }
        return groups;
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public int size() {
        return size;
    }

    private BlockingQueue<byte[]> line(int from, int to) {
        return lines.computeIfAbsent(new Line(from, to), _ -> new LinkedBlockingQueue<>());
    }

    @Override
    public Transfer send(Tensor tensor, int to) {
        line(rank, to).add(tensor.segment().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
        return () -> {};
    }

    @Override
    public Transfer receive(Tensor tensor, int from) {
        return () -> {
            try {
                tensor.segment()
                        .copyFrom(java.lang.foreign.MemorySegment.ofArray(
                                line(from, rank).take()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public void barrier() {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}
}
