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

    /** Takes a kept tensor over; gives the whole sum once the last leaf is in. */
    public Optional<Tensor> add(int leaf, Tensor values) {
        Tensor sum = values;
        int number = leaf;
        int level = 0;
        for (int count = leaves; count > 1; count = (count + 1) / 2) {
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
