package dev.ayatori.pretrain.plan;

import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.LlamaShape;

/**
 * Bytes that backward needs of forward.
 *
 * <p>Korthikanti et al. 2022 count sbh(34 + 5as/h) for a block in half precision. Here there is no dropout, attention
 * keeps no matrix of times by time, and queries, keys, values and their mix are f32.
 */
final class Activations {

    private static final int F32 = Float.BYTES;

    private final Workload work;

    Activations(Workload work) {
        this.work = work;
    }

    /** The rows that go into a block. */
    long blockInput() {
        return work.rows() * work.shape().width() * work.type().bytes();
    }

    /** All that one block keeps, its input among it. */
    long block() {
        int type = work.type().bytes();
        long forRow = switch (work.shape()) {
            case Gpt2Shape gpt2 -> gpt2(gpt2.width(), type);
            case LlamaShape llama -> llama(llama, type);
        };
        return work.rows() * forRow;
    }

    /** Input, two norms, their sum (4), the joined heads; f32 queries, keys, values, mix; GELU before and after. */
    private static long gpt2(long width, int type) {
        return width * (5L * type + 4L * F32 + 8L * type);
    }

    /**
     * As above, but an RMS norm keeps its scaled input too; keys and values are repeated for each query head where
     * they are fewer; gate, its SiLU, up and their product.
     */
    private static long llama(LlamaShape shape, int type) {
        long asking = (long) shape.heads() * shape.headWidth();
        long asked = (long) shape.keyValueHeads() * shape.headWidth();
        long repeated = asking == asked ? 2 * asking : 2 * asking + 2 * asked;
        return shape.width() * (4L * type + 2L * F32)
                + asking * type
                + (2 * asking + repeated) * F32
                + 4L * shape.hidden() * type;
    }
}
