package dev.ayatori.pretrain;

import dev.ayatori.model.Decoder;
import dev.ayatori.model.Section;
import dev.ayatori.pretrain.checkpoint.State;
import dev.ayatori.pretrain.optimize.Leg;
import dev.ayatori.pretrain.optimize.OptimizerSettings;
import dev.ayatori.pretrain.optimize.Verdict;
import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.GradientSums;
import dev.ayatori.pretrain.shard.LaneGradient;
import dev.ayatori.pretrain.shard.MappedMoments;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.OptimizerStep;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.pretrain.shard.TiedHead;
import dev.ayatori.pretrain.step.Batch;
import dev.ayatori.pretrain.step.LaneThreads;
import dev.ayatori.pretrain.step.MicroBatch;
import dev.ayatori.pretrain.step.Pipeline;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.pretrain.step.Segment;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.FusedAdamW;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One model being trained by one or many processes: this process's part of every step. */
final class Trainer implements AutoCloseable {

    private final TrainingJob job;
    private final Place place;
    private final SectionState.Moments moments;
    private final ModelShard shard;
    private final TiedHead tied;
    private final Pipeline pipeline;
    private final LaneThreads threads;
    private final List<Integer> lanes;

    /**
     * What one step did.
     *
     * @param verdict whether it updated the weights, and if not, why
     * param loss mean over the counted tokens, in nats
     * @param gradientNorm global norm before clipping
     * @param learningRate of this step
     * @     * @param stop whether some process wishes to
     * @param checkpointWritten whether all processes are done with the checkpoint they began
     */
    record StepResult(
            double loss,
            double gradientNorm,
            double learningRate,
            Verdict verdict,
            boolean stop,
            boolean checkpointWritten) {}

    /**
     * What a process tells the others with its losses.
     *
     * @param stop after this step
     * @param checkpointWritten this process's part of it
     */
    record Wishes(boolean stop, boolean checkpointWritten) {
        private static final int COUNT = 2;
    }

    Trainer(TrainingJob job, Place place, Recompute recompute) {
        this.job = job;
        this.place = place;
        Decoder decoder = job.shape().decoder();
        List<Section> sections = decoder.sections();
        DataType type = job.precision().type();
        Execution execution = job.execution();
        this.moments = execution.optimizerOnDisk()
                ? new MappedMoments(Path.of(job.folder()))
                : SectionState.Moments.inMemory();
        this.shard = new ModelShard(
                sections,
                place.sections(sections, job.shape().tiedHead()),
                place.data(),
                new SectionState.Layout(type, execution.zero(), place.dataRank(), execution.dataRanks()),
                moments);
        Pipeline.Stages stages = place.stages();
        int head = execution.pipelineStages() - 1;
        this.tied = new TiedHead(shard, place.group(), place.rankOfStage(0), place.rankOfStage(head));
        List<Section> own =
                shard.states().stream().map(state -> state.flat().section()).toList();
        int matrix = !job.shape().tiedHead() ? -1 : stages.first() ? 0 : own.size();
        Segment segment = new Segment(decoder, own, shard.weights(), recompute, matrix);
        this.pipeline = new Pipeline(segment, stages, type, job.shape().width());
        this.threads = new LaneThreads(execution.lanesAtOnce());
        int count = execution.lanesOfRank(job.plan().lanes());
        this.lanes = IntStream.range(place.dataRank() * count, (place.dataRank() + 1) * count)
                .boxed()
                .toList();
    }

    /** This process's part of the model. */
    ModelShard shard() {
        return shard;
    }

    /** Brings the computed weights up to the master weights, after these were changed from outside. */
    void refresh() {
        shard.refresh();
        if (job.shape().tiedHead()) {
            tied.refresh();
        }
    }

    /** The step after those that are done; gradients bear the loss scale until the optimizer divides it out. */
    StepResult step(Batch batch, State.Numbers done, Wishes wishes) throws InterruptedException {
        double share = 1.0 / Math.max(1, batch.countedTokens());
        double scale = done.health().scale().factor();
        List<FlatSection> summed = shard.gradients(job.shape().tiedHead());
        try (GradientSums sums =
                new GradientSums(summed, shard.team(), shard.layout().stage(), lanes.size())) {
            double[] losses = backward(batch, scale * share, sums);
            sums.await();
            if (job.shape().tiedHead()) {
                tied.collect(sums);
            }
            OptimizerStep optimizer = new OptimizerStep(shard.states(), sums);
            double[] told = place.world().sum(told(losses, optimizer, wishes));
            int count = losses.length;
            double norm = StrictMath.sqrt(sum(told, count + Wishes.COUNT, told.length)) / scale;
            double loss = sum(told, 0, count) * share;
            int step = done.step() + 1;
            Leg leg = job.course().at(step);
            double learningRate = leg.learningRate(step);
            Verdict verdict = job.watch(step).judge(done.health(), loss, norm);
            if (verdict.updates()) {
                FusedAdamW adam = new FusedAdamW(numbers(done, learningRate, norm));
                update(optimizer, adam, leg.optimizer().weightDecay());
            }
            return new StepResult(
                    loss,
                    norm,
                    learningRate,
                    verdict,
                    told[count] > 0,
                    told[count + 1] == place.world().size());
        }
    }

    private double[] backward(Batch batch, double scale, GradientSums sums) throws InterruptedException {
        double[] losses = new double[job.plan().lanes()];
        if (threads.count() == 1) {
            backward(lanes, batch, scale, sums, losses);
        } else {
            List<Runnable> work = new ArrayList<>();
            lanes.forEach(lane -> work.add(() -> backward(List.of(lane), batch, scale, sums, losses)));
            threads.run(work);
        }
        return losses;
    }

    private void backward(List<Integer> some, Batch batch, double scale, GradientSums sums, double[] losses) {
        List<Pipeline.Work> works = new ArrayList<>();
        List<Integer> laneOf = new ArrayList<>();
        for (int lane : some) {
            List<MicroBatch> micros = batch.lanes().get(lane);
            LaneGradient gradient = sums.lane(lane - lanes.getFirst(), micros.size());
            for (MicroBatch micro : micros) {
                works.add(new Pipeline.Work(micro, gradient));
                laneOf.add(lane);
            }
        }
        double[] found = pipeline.train(works, scale);
        for (int i = 0; i < found.length; i++) {
            losses[laneOf.get(i)] += found[i];
        }
    }

    /** The loss of each lane, the wishes, the squares of each piece of each section: zeros for those of others. */
    private double[] told(double[] losses, OptimizerStep optimizer, Wishes wishes) throws InterruptedException {
        int squares = losses.length + Wishes.COUNT;
        double[] told = Arrays.copyOf(losses, squares + shard.model().size() * FlatSection.PIECES);
        told[losses.length] = wishes.stop() ? 1 : 0;
        told[losses.length + 1] = wishes.checkpointWritten() ? 1 : 0;
        eachSection(section -> {
            double[] found = optimizer.squares(section, shard.team().own());
            int at = squares + (shard.first() + section) * FlatSection.PIECES;
            System.arraycopy(found, 0, told, at, found.length);
        });
        return told;
    }

    private static double sum(double[] values, int begin, int end) {
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += values[i];
        }
        return sum;
    }

    private FusedAdamW.Step numbers(State.Numbers done, double learningRate, double norm) {
        OptimizerSettings settings = job.course().at(done.step() + 1).optimizer();
        double clip = norm > settings.gradientClip() ? settings.gradientClip() / (norm + 1e-6) : 1;
        return new FusedAdamW.Step(
                settings.beta1(),
                settings.beta2(),
                settings.epsilon(),
                learningRate,
                done.updates() + 1,
                clip / done.health().scale().factor());
    }

    private void update(OptimizerStep optimizer, FusedAdamW adam, double weightDecay) throws InterruptedException {
        eachSection(section -> optimizer.update(section, adam, weightDecay));
        shard.weights().spread();
        if (job.shape().tiedHead()) {
            tied.refresh();
        }
    }

    private interface SectionWork {
        void on(int section);
    }

    private void eachSection(SectionWork work) throws InterruptedException {
        List<Runnable> all = new ArrayList<>();
        for (int section = 0; section < shard.states().size(); section++) {
            int own = section;
            all.add(() -> work.on(own));
        }
        threads.run(all);
    }

    /** Mean loss over the counted tokens, in nats. */
    double validationLoss(Batch batch) throws InterruptedException {
        double[] losses = new double[job.plan().lanes()];
        List<Runnable> work = new ArrayList<>();
        for (int lane : lanes) {
            work.add(() -> batch.lanes().get(lane).forEach(micro -> losses[lane] += pipeline.loss(micro)));
        }
        threads.run(work);
        return sum(place.world().sum(losses), 0, losses.length) / batch.countedTokens();
    }

    @Override
    public void close() {
        threads.close();
        shard.close();
        moments.close();
    }
}
