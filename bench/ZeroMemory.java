import dev.ayatori.model.Gpt2Shape;
import dev.ayatori.model.Section;
import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.GradientSums;
import dev.ayatori.pretrain.shard.LaneGradient;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.pretrain.shard.Team;
import dev.ayatori.pretrain.shard.ZeroStage;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Functions;
import dev.ayatori.tensor.GlooGroup;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Bytes that one process holds of a model in a stage of ZeRO, beside the formulas: see zero-memory.sh. */
class ZeroMemory {

    public static void main(String[] a) throws IOException {
        int rank = Integer.parseInt(a[0]);
        int size = Integer.parseInt(a[1]);
        int[] n = Arrays.stream(a[2].split(",")).mapToInt(Integer::parseInt).toArray();
        DataType type = DataType.valueOf(a[3]);
        ZeroStage stage = ZeroStage.of(Integer.parseInt(a[4]));
        Functions.useThreads(1);
        Gpt2Shape shape = new Gpt2Shape(n[0], n[1], n[2], n[3], n[4]);
        List<Section> sections = shape.decoder().sections();
        GlooGroup group = GlooGroup.join(
                new GlooGroup.Rendezvous("127.0.0.1", Integer.parseInt(a[5]), rank, size, Duration.ofMinutes(10)));
        Team team = new Team(group, IntStream.range(0, size).boxed().toList());
        ModelShard shard = new ModelShard(
                sections,
                new ModelShard.Range(0, sections.size(), false),
                team,
                new SectionState.Layout(type, stage, rank, size),
                SectionState.Moments.inMemory());
        GradientSums sums = new GradientSums(shard.model(), team, stage, 1);
        LaneGradient lane = sums.lane(0, 1);
        for (int i = sections.size() - 1; i >= 0; i--) {
            FlatSection flat = shard.model().get(i);
            try (Scope _ = Scope.open()) {
                lane.add(i, flat.views(Tensor.zeros(type, flat.length())));
            }
        }
        sums.await();
        shard.states().forEach(state -> state.second().addInPlace(1)); // pages of zeros are not resident yet
        shard.states().forEach(state -> state.first().addInPlace(1));
        shard.states().forEach(state -> state.master().addInPlace(1));
        shard.refresh();
        if (rank == 0) {
            tell(shape.parameters(), type, stage, size, shard.bytes() + sums.bytes());
        }
        team.sum(0);
        Runtime.getRuntime().halt(0);
    }

    /** Rajbhandari et al. 2020, section 3.1, with our widths: f32 gradients, and no second master copy in f32. */
    private static void tell(long parameters, DataType type, ZeroStage stage, int size, long counted)
            throws IOException {
        int number = stage.ordinal();
        double weights = type.bytes() / (number == 3 ? (double) size : 1);
        double gradients = 4 / (number >= 2 ? (double) size : 1);
        double optimizer = (type == DataType.F32 ? 8 : 12) / (number >= 1 ? (double) size : 1);
        double formula = parameters * (weights + gradients + optimizer);
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("VmRSS: unknown");
        System.out.printf(
                "%,d parameters, %s, %d processes, stage %d: formula %.0f MB, counted %.0f MB (%+.2f %%), resident %s%n",
                parameters, type, size, number, formula / 1e6, counted / 1e6, 100 * (counted / formula - 1),
                resident.substring(6).strip());
    }
}
