package dev.ayatori.pretrain;

import dev.ayatori.model.Section;
import dev.ayatori.pretrain.check.Require;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.Team;
import dev.ayatori.pretrain.step.Pipeline;
import dev.ayatori.tensor.ProcessGroup;
import java.util.List;
import java.util.stream.IntStream;

/** Where one process stands among the workers: its pipeline stage and its share of the data. */
final class Place implements AutoCloseable {

    private final Execution execution;
    private final ProcessGroup group;
    private final Team world;
    private final Team data;

    Place(Execution execution, ProcessGroup group) {
        Require.that(
                group.size() == execution.workers(),
                "the number of processes must be the number of workers (" + execution.workers() + ")",
                group.size());
        this.execution = execution;
        this.group = group;
        this.world = new Team(group, IntStream.range(0, group.size()).boxed().toList());
        int ranks = execution.dataRanks();
        this.data = execution.pipelineStages() == 1
                ? world
                : new Team(
                        group,
                        IntStream.range(stage() * ranks, (stage() + 1) * ranks)
                                .boxed()
                                .toList());
    }

    static Place alone(Execution execution) {
        return new Place(execution, ProcessGroup.alone());
    }

    ProcessGroup group() {
        return group;
    }

    /** All workers. */
    Team world() {
        return world;
    }

    /** The workers of the same sections. */
    Team data() {
        return data;
    }

    boolean speaks() {
        return group.rank() == 0;
    }

    private int stage() {
        return group.rank() / execution.dataRanks();
    }

    /** Where the embedding, or the head, of this process's data is. */
    int rankOfStage(int stage) {
        return stage * execution.dataRanks() + dataRank();
    }

    int dataRank() {
        return group.rank() % execution.dataRanks();
    }

    /** The stages that work on the same data. */
    Pipeline.Stages stages() {
        return new Pipeline.Stages(
                group,
                IntStream.range(0, execution.pipelineStages())
                        .mapToObj(this::rankOfStage)
                        .toList(),
                stage());
    }

    /** The sections of this stage: blocks are dealt evenly, the embedding goes first and the head last. */
    ModelShard.Range sections(List<Section> sections, boolean tiedHead) {
        int stages = execution.pipelineStages();
        int blocks = sections.size() - 2;
        Require.that(stages <= blocks, "pipelineStages must be at most the number of blocks (" + blocks + ")", stages);
        int first = stage() == 0 ? 0 : 1 + blocks * stage() / stages;
        int end = stage() == stages - 1 ? sections.size() : 1 + blocks * (stage() + 1) / stages;
        return new ModelShard.Range(first, end, tiedHead && stages > 1 && stage() == stages - 1);
    }

    @Override
    public void close() {
        world.close();
        data.close();
        group.close();
    }
}
