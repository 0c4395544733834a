package dev.ayatori.pretrain.shard;

import dev.ayatori.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The gradients of one step: lanes added in a balanced tree, then processes in the levels above. With divided gradients
 * (ZeRO stage 2) only the own pieces of a sum stay; else the whole section stays until the step is done.
 */
public final class GradientSums implements AutoCloseable {

    private final List<FlatSection> sections;
    private final Team team;
    private final ZeroStage stage;
    private final List<TreeSum> trees = new ArrayList<>();
    private final Tensor[] sums;
    private final Team.Task[] tasks;

    /** Sums over so many lanes of this process. */
    public GradientSums(List<FlatSection> sections, Team team, ZeroStage stage, int lanes) {
        this.sections = List.copyOf(sections);
        this.team = team;
        this.stage = stage;
        sections.forEach(_ -> trees.add(new TreeSum(lanes)));
        this.sums = new Tensor[sections.size()];
        this.tasks = new Team.Task[sections.size()];
    }

    /** The gradient of one lane of this process, made of so many micro-batches. */
    public LaneGradient lane(int lane, int microBatches) {
        return new LaneGradient(sections, lane, microBatches, this);
    }

    void add(int section, int lane, TreeSum.Leaf gradient) {
        trees.get(section).add(lane, gradient).ifPresent(sum -> {
            sums[section] = sum;
            tasks[section] = team.size() == 1 ? () -> {} : team.begin(() -> reduce(section));
        });
    }

    private void reduce(int section) {
        FlatSection flat = sections.get(section);
        Tensor whole = sums[section];
        team.reduce(flat, whole);
        if (!stage.dividesOptimizer()) {
            team.gather(flat, whole);
        } else if (stage.dividesGradients()) {
            sums[section] = flat.slice(whole, team.own()).copy().keep();
            whole.close();
        }
    }

    /** Waits until every section is summed. */
    public void await() {
        for (Team.Task task : tasks) {
            task.await();
        }
    }

    /** The sum of some of a section's pieces, once {@link #await} has returned: the own ones, or any in stage 0. */
    public Tensor slice(int section, Pieces pieces) {
        FlatSection flat = sections.get(section);
        Tensor sum = sums[section];
        boolean divided = sum.size() < flat.length();
        return divided ? sum : flat.slice(sum, pieces);
    }

    /** Bytes of the sums that are here. */
    public long bytes() {
        return Arrays.stream(sums)
                .filter(Objects::nonNull)
                .mapToLong(sum -> sum.size() * Float.BYTES)
                .sum();
    }

    @Override
    public void close() {
        for (Tensor sum : sums) {
            if (sum != null) {
                sum.close();
            }
        }
    }
}
