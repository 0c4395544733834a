package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Gradients;
import dev.ayatori.tensor.ProcessGroup;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Processes that work on the same sections with different data.
 *
 * <p>Everything they tell each other goes through one thread of each, in the order it was asked for, which is the same on
 * all: so nothing blocks for ever, and messages travel while the next section is computed. A sum is made by its owner
 * alone, from all processes' parts in the order of the tree; what an all-reduce of a ring would carry is carried here.
 */
public final class Team implements AutoCloseable {

    private final ProcessGroup group;
    private final List<Integer> members;
    private final int rank;
    private final ExecutorService messages;

    /** The members of a group, by their numbers in it, of which this process is one. */
    public Team(ProcessGroup group, List<Integer> members) {
        this.group = group;
        this.members = List.copyOf(members);
        this.rank = members.indexOf(group.rank());
        this.messages = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("messages").factory());
    }

    /** The number of this process in the team. */
    public int rank() {
        return rank;
    }

    /** How many processes there are. */
    public int size() {
        return members.size();
    }

    /** The pieces this process adds up. */
    public Pieces own() {
        return Pieces.of(rank, size());
    }

    /** Something under way. */
    @FunctionalInterface
    public interface Task {
        /** Waits for its end; what went wrong there goes wrong here. */
        void await();
    }

    /** Queues work for the thread of messages. */
    public Task begin(Runnable work) {
        Future<?> done = messages.submit(() -> {
            try (Scope _ = Scope.open();
                    Gradients.Off _ = Gradients.off()) {
                work.run();
            }
        });
        return () -> await(done);
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for other processes", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a message failed", e.getCause());
        }
    }

    /** Adds up an f32 section over the team: afterwards the own pieces hold the sum. Only in {@link #begin}. */
    void reduce(FlatSection section, Tensor whole) {
        List<ProcessGroup.Transfer> transfers = new ArrayList<>();
        List<Tensor> parts = new ArrayList<>();
        for (int other = 0; other < size(); other++) {
            if (other == rank) {
                parts.add(section.slice(whole, own()));
            } else {
                Tensor part = Tensor.empty(DataType.F32, section.length(own()));
                transfers.add(group.receive(part, members.get(other)));
                transfers.add(group.send(section.slice(whole, Pieces.of(other, size())), members.get(other)));
                parts.add(part);
            }
        }
        transfers.forEach(ProcessGroup.Transfer::await);
        Tensor mine = parts.get(rank);
        Tensor sum = TreeSum.of(parts);
        if (rank != 0) {
            mine.copyInPlace(sum);
        }
    }

    /** Fills up a section of which each process has its own pieces. Only in {@link #begin}. */
    void gather(FlatSection section, Tensor whole) {
        List<ProcessGroup.Transfer> transfers = new ArrayList<>();
        for (int other = 0; other < size(); other++) {
            if (other != rank) {
                transfers.add(group.receive(section.slice(whole, Pieces.of(other, size())), members.get(other)));
                transfers.add(group.send(section.slice(whole, own()), members.get(other)));
            }
        }
        transfers.forEach(ProcessGroup.Transfer::await);
    }

    /** Adds up what the processes tell, number by number in the order of their ranks. */
    public double[] sum(double... own) {
        double[][] all = new double[size()][];
        all[rank] = own;
        if (size() > 1) {
            begin(() -> exchange(own, all)).await();
        }
        double[] sum = new double[own.length];
        for (double[] one : all) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one[i];
            }
        }
        return sum;
    }

    private void exchange(double[] own, double[][] all) {
        Tensor sent = Tensor.empty(DataType.I64, own.length);
        MemorySegment.copy(own, 0, sent.segment(), ValueLayout.JAVA_DOUBLE, 0, own.length);
        List<ProcessGroup.Transfer> transfers = new ArrayList<>();
        List<Tensor> received = new ArrayList<>();
        for (int other = 0; other < size(); other++) {
            received.add(other == rank ? sent : Tensor.empty(DataType.I64, own.length));
            if (other != rank) {
                transfers.add(group.receive(received.get(other), members.get(other)));
                transfers.add(group.send(sent, members.get(other)));
            }
        }
        transfers.forEach(ProcessGroup.Transfer::await);
        for (int other = 0; other < size(); other++) {
            all[other] = received.get(other).segment().toArray(ValueLayout.JAVA_DOUBLE);
        }
    }

    @Override
    public void close() {
        messages.shutdownNow();
    }
}
