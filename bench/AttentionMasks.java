import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** CPU of attention, forward and backward, over a sequence of equal documents: all in sight, behind a mask, one by one. */
public final class AttentionMasks {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int RUNS = 7;

    private interface Way {
        Tensor mix(Tensor queries, Tensor keys, Tensor values);
    }

    public static void main(String[] arguments) {
        torch.set_num_threads(1);
        for (int[] size : new int[][] {{256, 8}, {1024, 8}, {2048, 16}, {2048, 64}}) {
            long[] documents = new long[size[1]];
            Arrays.fill(documents, size[0] / size[1]);
            Tensor mask = mask(size[0], documents);
            List<Way> ways = List.of(
                    (queries, keys, values) -> attention(queries, keys, values, new TensorOptional(), true),
                    (queries, keys, values) -> attention(queries, keys, values, new TensorOptional(mask), false),
                    (queries, keys, values) -> oneByOne(queries, keys, values, documents));
            double[][] times = new double[ways.size()][RUNS];
            for (int run = -1; run < RUNS; run++) {
                for (int way = 0; way < ways.size(); way++) {
                    double time = milliseconds(ways.get(way), size[0]);
                    if (run >= 0) {
                        times[way][run] = time;
                    }
                }
            }
            Arrays.stream(times).forEach(Arrays::sort);
            System.out.printf(
                    "%d tokens, %d documents: in sight of each other %.0f, masked %.0f, one by one %.0f ms CPU%n",
                    size[0], size[1], times[0][RUNS / 2], times[1][RUNS / 2], times[2][RUNS / 2]);
        }
    }

    private static double milliseconds(Way way, long time) {
        try (PointerScope _ = new PointerScope()) {
            Tensor queries = random(time);
            Tensor keys = random(time);
            Tensor values = random(time);
            long start = SYSTEM.getProcessCpuTime();
            way.mix(queries, keys, values).sum().backward();
            return (SYSTEM.getProcessCpuTime() - start) / 1e6;
        }
    }

    private static Tensor random(long time) {
        return torch.randn(new long[] {1, 12, time, 64}, new TensorOptions()).requires_grad_(true);
    }

    private static Tensor attention(Tensor queries, Tensor keys, Tensor values, TensorOptional mask, boolean causal) {
        return torch.scaled_dot_product_attention(
                queries, keys, values, mask, 0.0, causal, new DoubleOptional(), false);
    }

    private static Tensor oneByOne(Tensor queries, Tensor keys, Tensor values, long[] documents) {
        TensorVector asking = queries.split_with_sizes(documents, 2);
        TensorVector asked = keys.split_with_sizes(documents, 2);
        TensorVector answers = values.split_with_sizes(documents, 2);
        List<Tensor> mixed = new ArrayList<>();
        for (long i = 0; i < documents.length; i++) {
            mixed.add(attention(asking.get(i), asked.get(i), answers.get(i), new TensorOptional(), true));
        }
        return torch.cat(new TensorVector(mixed.toArray(Tensor[]::new)), 2);
    }

    private static Tensor mask(long time, long[] documents) {
        Tensor mask = torch.zeros(new long[] {time, time}, new TensorOptions()).fill_(new Scalar(Float.NEGATIVE_INFINITY));
        long first = 0;
        for (long length : documents) {
            Tensor own = torch.ones(new long[] {length, length}, new TensorOptions()).tril_(0).log();
            mask.narrow(0, first, length).narrow(1, first, length).copy_(own);
            first += length;
        }
        return mask;
    }
}
