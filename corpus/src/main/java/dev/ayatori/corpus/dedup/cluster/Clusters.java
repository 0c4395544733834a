package dev.ayatori.corpus.dedup.cluster;

import dev.ayatori.corpus.spill.LongCursor;
import dev.ayatori.corpus.spill.LongFile;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Documents that hang together through edges, in 8 bytes of memory a document (Tarjan 1975); edges are streamed from
 * their files. The smallest number of a set stands for it, whatever the order of the edges.
 */
public final class Clusters {
    private static final int END = -1;

    private final int[] parent;
    private final int[] next;

    Clusters(int size) {
        parent = new int[size];
        next = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int find(int number) {
        int root = number;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    void union(int left, int right) {
        int first = find(left);
        int second = find(right);
        parent[Math.max(first, second)] = Math.min(first, second);
    }

    void unionAll(List<Path> edges) {
        each(edges, edge -> union(Linking.left(edge), Linking.right(edge)));
    }

    static void each(List<Path> files, LongConsumer consumer) {
        try (Arena arena = Arena.ofConfined()) {
            for (Path file : files) {
                LongCursor longs = LongFile.map(file, arena).range(Long.MIN_VALUE, Long.MAX_VALUE);
                while (longs.advance()) {
                    consumer.accept(longs.value());
                }
            }
        }
    }

    /** Gives the smallest number of every set of at least so many documents, rising; {@link #members} are known then. */
    public void forEach(int atLeast, IntConsumer visitor) throws InterruptedException {
        Arrays.fill(next, END);
        for (int number = parent.length - 1; number >= 0; number--) {
            int root = find(number);
            if (root != number) {
                next[number] = next[root];
                next[root] = number;
            }
        }
        for (int number = 0; number < parent.length; number++) {
            if (parent[number] == number && (atLeast < 2 || next[number] != END)) {
                visitor.accept(number);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    }

    /** The numbers of a set, rising, by its smallest. */
    public IntStream members(int root) {
        return IntStream.iterate(root, member -> member != END, member -> next[member]);
    }
}
