package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sum whose bits do not depend on the order in which its leaves arrive: neighbours are added first, then neighbouring
 * sums; where a level has an odd number, its last passes up as it is.
 *
 * <p>At most one sum of each level waits. Several threads may add at once; who arrives second at a node does the
 * addition.
 */
public final class TreeSum {

    private final int leaves;
    private final Map<Node, Tensor> waiting = new HashMap<>();

    private record Node(int level, int number) {}

    /** A sum of so many leaves. */
    public TreeSum(int leaves) {
        this.leaves = leaves;
    }

    /** What a leaf is made of. */
    interface Leaf {
        /** A kept tensor with its values. */
        Tensor make();

        /** Adds its values to another leaf. */
        void addTo(Tensor other);

        /** Those of a kept tensor, which is taken over. */
        static Leaf of(Tensor values) {
            return new Leaf() {
                @Override
                public Tensor make() {
                    return values;
                }

                @Override
                public void addTo(Tensor other) {
                    other.addInPlace(values, 1);
                    values.close();
                }
            };
        }
    }

    /** Adds a leaf, into its neighbour where that came before; gives the whole sum once the last leaf is in. */
    Optional<Tensor> add(int number, Leaf leaf) {
        Optional<Tensor> sum = grow(number, leaf);
        return sum.isEmpty() ? sum : climb(number / 2, sum.get());
    }

    /** One leaf at a time: who comes second finds a whole one, and needs no memory of its own. */
    private synchronized Optional<Tensor> grow(int number, Leaf leaf) {
        Tensor other = waiting.remove(new Node(0, number ^ 1));
        if (other != null) {
            leaf.addTo(other);
            return Optional.of(other);
        }
        Tensor values = leaf.make();
        if ((number ^ 1) >= leaves) {
            return Optional.of(values);
        }
        waiting.put(new Node(0, number), values);
        return Optional.empty();
    }

    private Optional<Tensor> climb(int node, Tensor sum) {
        int number = node;
        int level = 1;
        for (int count = (leaves + 1) / 2; count > 1; count = (count + 1) / 2) {
            if ((number ^ 1) < count) {
                Optional<Tensor> sibling = meet(new Node(level, number), new Node(level, number ^ 1), sum);
                if (sibling.isEmpty()) {
                    return Optional.empty();
                }
                sum.addInPlace(sibling.get(), 1);
                sibling.get().close();
            }
            number /= 2;
            level++;
        }
        return Optional.of(sum);
    }

    private synchronized Optional<Tensor> meet(Node own, Node other, Tensor sum) {
        Optional<Tensor> sibling = Optional.ofNullable(waiting.remove(other));
        if (sibling.isEmpty()) {
            waiting.put(own, sum);
        }
        return sibling;
    }

    /** Adds leaves that are all there, into one of them. */
    static Tensor of(List<Tensor> leaves) {
        List<Tensor> level = leaves;
        while (level.size() > 1) {
            List<Tensor> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? level.get(i).addInPlace(level.get(i + 1), 1) : level.get(i));
            }
            level = above;
        }
        return level.getFirst();
    }
}
