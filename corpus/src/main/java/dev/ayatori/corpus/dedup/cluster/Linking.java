package dev.ayatori.corpus.dedup.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Finds in a group which documents hang together, by as few edges as that takes. */
final class Linking {
    private final Links links;
    private final LongConsumer edges;

    Linking(Links links, LongConsumer edges) {
        this.links = links;
        this.edges = edges;
    }

    /** Compares every pair of the group but those that hang together already. */
    void link(int[] group) {
        List<List<Integer>> parts = new ArrayList<>();
        for (int number : group) {
            List<Integer> home = new ArrayList<>();
            home.add(number);
            for (int i = parts.size() - 1; i >= 0; i--) {
                List<Integer> part = parts.get(i);
                if (touches(part, number)) {
                    edges.accept(edge(part.getFirst(), number));
                    part.addAll(home);
                    home = part;
                    parts.remove(i);
                }
            }
            parts.add(home);
        }
    }

    private boolean touches(List<Integer> part, int number) {
        for (int member : part) {
            if (links.linked(member, number)) {
                return true;
            }
        }
        return false;
    }

    /** Two numbers in one, the smaller above. */
    static long edge(int left, int right) {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }

    static int left(long edge) {
        return (int) (edge >>> 32);
    }

    static int right(long edge) {
        return (int) edge;
    }
}
