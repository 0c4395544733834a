import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Section;
import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.GradientSums;
import dev.ayatori.pretrain.shard.LaneGradient;
import dev.ayatori.pretrain.shard.Team;
import dev.ayatori.pretrain.shard.ZeroStage;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.GlooGroup;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.AllreduceOptions;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;

/** Adds up the gradients of a model over processes, in the fixed tree and with Gloo's all-reduce, in turn: see reduction-cost.sh. */
class ReductionCost {

    private static final int ROUNDS = 12;

    public static void main(String[] a) {
        int rank = Integer.parseInt(a[0]);
        int size = Integer.parseInt(a[1]);
        int port = Integer.parseInt(a[2]);
        int[] n = Arrays.stream(a[3].split(",")).mapToInt(Integer::parseInt).toArray();
        Functions.useThreads(1);
        List<Section> sections = new Gpt2Shape(n[0], n[1], n[2], n[3], n[4]).decoder().sections();
        List<FlatSection> flats = sections.stream().map(FlatSection::new).toList();
        long values = flats.stream().mapToLong(FlatSection::values).sum();
        GlooGroup group = GlooGroup.join(new GlooGroup.Rendezvous("127.0.0.1", port, rank, size, Duration.ofMinutes(5)));
        Team team = new Team(group, IntStream.range(0, size).boxed().toList());
        ProcessGroupGloo plain = plain(rank, size, port + 1);
        List<Tensor> gradients = new ArrayList<>();
        List<org.bytedeco.pytorch.Tensor> raw = new ArrayList<>();
        for (FlatSection flat : flats) {
            gradients.add(Tensor.zeros(DataType.F32, flat.length()).keep());
            raw.add(org.bytedeco.pytorch.global.torch.zeros(flat.length()));
        }
        List<Double> tree = new ArrayList<>();
        List<Double> ring = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            team.sum(0);
            tree.add(seconds(() -> fixedTree(flats, team, gradients)));
            team.sum(0);
            ring.add(seconds(() -> allReduce(flats, plain, raw)));
        }
        if (rank == 0) {
            System.out.printf("%,d values, %d processes: fixed tree %s, all-reduce %s%n", values, size, of(tree), of(ring));
        }
        team.sum(0);
        Runtime.getRuntime().halt(0);
    }

    /** As a step of stage 0 does: copied into flat buffers, section by section from the last to the first. */
    private static void fixedTree(List<FlatSection> flats, Team team, List<Tensor> gradients) {
        try (Scope _ = Scope.open();
                GradientSums sums = new GradientSums(flats, team, ZeroStage.of(0), 1)) {
            LaneGradient lane = sums.lane(0, 1);
            for (int i = flats.size() - 1; i >= 0; i--) {
                lane.add(i, flats.get(i).views(gradients.get(i)));
            }
            sums.await();
        }
    }

    /** The same copies, then Gloo's own sum of each section while the next is copied. */
    private static void allReduce(List<FlatSection> flats, ProcessGroupGloo plain, List<org.bytedeco.pytorch.Tensor> gradients) {
        try (PointerScope _ = new PointerScope()) {
            List<Work> works = new ArrayList<>();
            for (int i = flats.size() - 1; i >= 0; i--) {
                org.bytedeco.pytorch.Tensor sum = gradients.get(i).clone();
                works.add(plain.allreduce(new TensorVector(sum), new AllreduceOptions()));
            }
            works.forEach(Work::_wait);
        }
    }

    private static ProcessGroupGloo plain(int rank, int size, int port) {
        Milliseconds timeout = new Milliseconds(300_000);
        TCPStore store = new TCPStore("127.0.0.1", new TCPStoreOptions().port((short) port).isServer(rank == 0).waitWorkers(false).timeout(timeout));
        ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(timeout);
        options.devices(new GlooDeviceVector(ProcessGroupGloo.createDeviceForHostname("127.0.0.1")));
        options.threads(2);
        return new ProcessGroupGloo(store, rank, size, options);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static String of(List<Double> times) {
        List<Double> sorted = times.stream().skip(2).sorted().toList();
        return "median %.0f ms, best %.0f ms".formatted(1000 * sorted.get(sorted.size() / 2), 1000 * sorted.getFirst());
    }
}
