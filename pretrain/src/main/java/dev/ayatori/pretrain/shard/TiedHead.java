package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.ProcessGroup;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;

/**
 * A token embedding that is also the matrix of the head. Both uses have a sum of gradients of their own, added once at
 * the end, so that the bits are equal whether one process sees both or the first and the last stage of a pipeline one
 * each.
 */
public final class TiedHead {

    private final ModelShard shard;
    private final ProcessGroup group;
    private final int embedding;
    private final int head;

    /** The ranks that hold the embedding and the head of equal data. */
    public TiedHead(ModelShard shard, ProcessGroup group, int embedding, int head) {
        this.shard = shard;
        this.group = group;
        this.embedding = embedding;
        this.head = head;
    }

    /** Adds the gradient of the head's use to that of the embedding's, at the embedding. */
    public void collect(GradientSums sums) {
        try (Scope _ = Scope.open()) {
            if (embedding == head) {
                sumAtEmbedding(sums).addInPlace(sumAtHead(sums), 1);
            } else if (group.rank() == head) {
                group.send(sumAtHead(sums), embedding).await();
            } else if (group.rank() == embedding) {
                Tensor sum = sumAtEmbedding(sums);
                Tensor other = Tensor.empty(DataType.F32, sum.size());
                group.receive(other, head).await();
                sum.addInPlace(other, 1);
            }
        }
    }

    private Tensor sumAtEmbedding(GradientSums sums) {
        return sums.slice(0, shard.layout().held());
    }

    private Tensor sumAtHead(GradientSums sums) {
        return sums.slice(shard.states().size(), shard.layout().held());
    }

    /** Copies the embedding to the head after it changed. */
    public void refresh() {
        if (embedding == head) {
            return;
        }
        if (group.rank() == embedding) {
            group.send(shard.states().getFirst().computed(), head).await();
        } else if (group.rank() == head) {
            group.receive(shard.borrowed().getFirst().computed(), embedding).await();
        }
    }
}
