package dev.ayatori.pretrain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.ayatori.model.preset.Presets;
import dev.ayatori.tensor.DataType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {

    private static final long GIGABYTE = 1L << 30;

    private static final Workload GPT2 = new Workload(Presets.of("gpt2-124m"), DataType.BF16, 4, 256, 4, 1);

    @Test
    void dividesWhatEachZeroStageDivides() {
        long values = GPT2.shape().parameters();
        long tied = 4L * 50_257 * 768;
        assertThat(states(0)).isCloseTo(18 * values + tied, withinPercentage(0.1));
        assertThat(states(1)).isCloseTo(6 * values + 12 * values / 4 + tied, withinPercentage(0.1));
        assertThat(states(2)).isCloseTo(2 * values + 16 * values / 4 + tied, withinPercentage(0.1));
        assertThat(states(3)).isCloseTo(18 * values / 4 + tied, withinPercentage(0.1));
    }

    private static long states(int zeroStage) {
        WorkerMemory memory = new CapacityPlan(GPT2, new Topology(4, 1, zeroStage, 0, false, 1)).largest();
        return memory.weights() + memory.gradients() + memory.optimizer();
    }

    @Test
    void keepsGradientsWholeWhileAWorkerAddsUpMicroBatches() {
        Workload several = new Workload(GPT2.shape(), DataType.BF16, 4, 256, 4, 2);
        assertThat(gradients(several, 2)).isEqualTo(gradients(several, 0));
        assertThat(gradients(GPT2, 2)).isLessThan(gradients(GPT2, 0) / 2);
    }

    private static long gradients(Workload work, int zeroStage) {
        return new CapacityPlan(work, new Topology(4, 1, zeroStage, 0, false, 1))
                .largest()
                .gradients();
    }

    @Test
    void plansThirteenBillionParametersOn96Gpus() {
        Workload work = new Workload(Presets.of("llm-jp-13b"), DataType.BF16, 1, 2048, 12, 128);
        CapacityPlan plan = new CapacityPlan(work, new Topology(96, 8, 1, 0, false, 1));

        assertThat(plan.stages()).hasSize(8);
        assertThat(plan.largest()).isEqualTo(plan.stages().getFirst());
        assertThat(plan.largest().total()).isBetween(28 * GIGABYTE, 40 * GIGABYTE);
        assertThat(plan.checkpointBytes()).isEqualTo(12 * 12_855_592_960L);
        Workload half = new Workload(Presets.of("llm-jp-13b"), DataType.F16, 1, 2048, 12, 128);
        assertThat(new CapacityPlan(half, plan.topology()).stages()).isEqualTo(plan.stages());
        assertThat(new CapacityPlan(work, new Topology(96, 8, 1, 1, false, 1))
                        .largest()
                        .activations())
                .isLessThan(plan.largest().activations() / 8);
    }

    @Test
    void refusesTooLittleMemoryWithTheNearestSettingThatFits() {
        Topology topology = new Topology(1, 1, 0, 0, false, 2);
        long needed = new CapacityPlan(GPT2, topology).total();

        assertThatThrownBy(() -> CapacityCheck.require(GPT2, topology, new Machine(needed, Long.MAX_VALUE), 0))
                .hasMessageStartingWith("too little memory: the training needs ")
                .hasMessageContaining("(1 x weights 0.23 GiB, gradients ")
                .hasMessageContaining("The nearest setting that fits: --recompute 1 (");
        assertThatThrownBy(() -> CapacityCheck.require(GPT2, topology, new Machine(GIGABYTE, Long.MAX_VALUE), 0))
                .hasMessageEndingWith(
                        "No setting of this machine fits: choose a smaller model, context or microBatch.");
        assertThat(CapacityCheck.require(GPT2, topology, new Machine(needed + GIGABYTE, 100 * GIGABYTE), 0))
                .startsWith("needs ")
                .contains("(a worker: weights 0.23 GiB, gradients ")
                .endsWith(" of 100.00 GiB disk");
    }

    @Test
    void refusesTooLittleDisk() {
        Topology topology = new Topology(1, 1, 0, 0, false, 1);
        assertThatThrownBy(() -> CapacityCheck.require(GPT2, topology, new Machine(64 * GIGABYTE, GIGABYTE), 3))
                .hasMessageStartingWith(
                        "too little disk: 3 checkpoints of 1.39 GiB and the model need 6.03 GiB, but 1.00 GiB");
    }

    @Test
    void refusesTopologiesThatCannotBe() {
        assertThatThrownBy(() -> new Topology(4, 3, 0, 0, false, 1))
                .hasMessage("pipelineStages must divide workers (4), but is 3");
        assertThatThrownBy(() -> new Topology(4, 2, 2, 0, false, 1))
                .hasMessage("zeroStage must be 0 or 1 with more than one pipeline stage, but is 2");
        assertThatThrownBy(() -> new CapacityPlan(GPT2, new Topology(3, 1, 0, 0, false, 1)))
                .hasMessage("lanes must be a multiple of the 3 data-parallel workers, but is 4");
        assertThatThrownBy(() -> new CapacityPlan(GPT2, new Topology(13, 13, 0, 0, false, 1)))
                .hasMessage("pipelineStages must be at most the model's 12 layers, but is 13");
    }

    @Test
    void knowsWhatThisMachineHas() {
        Machine machine = Machine.here(Path.of("not", "there", "yet"));
        assertThat(machine.memory()).isPositive();
        assertThat(machine.disk()).isPositive();
    }

    @Test
    void laysOutEqualBlocksOnce() {
        String text = ModelLayout.of(Presets.of("llm-jp-13b")).text();

        assertThat(text)
                .containsPattern("block x 40 +12,585,574,400\n")
                .containsPattern("parameters +12,855,592,960\n$");
        assertThat(text).contains("transformer.h.0.attn.c_attn.weight").doesNotContain("transformer.h.1.");
    }
}
