package dev.ayatori.pretrain;

import dev.ayatori.model.Decoder;
import dev.ayatori.pretrain.shard.GradientSums;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.Pieces;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.pretrain.shard.TiedHead;
import dev.ayatori.pretrain.shard.ZeroStage;
import dev.ayatori.pretrain.step.MicroBatch;
import dev.ayatori.pretrain.step.Pipeline;
import dev.ayatori.pretrain.step.Recompute;
import dev.ayatori.pretrain.step.Segment;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A model in one process whose gradients a test looks at. */
final class Driven implements AutoCloseable {

    private final Place place = Place.alone(Execution.ofThreads(1));
    private final boolean tied;
    private final ModelShard shard;
    private final Pipeline pipeline;
    private final List<float[]> gradients = new ArrayList<>();

    /** The model of a job with its first weights. */
    Driven(TrainingJob job, DataType type, Recompute recompute, double factor) {
        Decoder model = job.shape().decoder();
        tied = job.shape().tiedHead();
        shard = new ModelShard(
                model.sections(),
                place.sections(model.sections(), tied),
                place.data(),
                new SectionState.Layout(type, ZeroStage.NONE, 0, 1),
                SectionState.Moments.inMemory());
        new FirstWeights(job).fill(shard);
        shard.states().forEach(state -> state.master().mulInPlace(factor));
        shard.refresh();
        Segment segment = new Segment(model, model.sections(), shard.weights(), recompute, tied ? 0 : -1);
        pipeline = new Pipeline(segment, place.stages(), type, job.shape().width());
    }

    /** The toy model with first weights five times as large as usual. */
    static Driven ofToys(DataType type, Recompute recompute) {
        return new Driven(Toys.job(Path.of("none"), Toys.plan(1, 1), Precision.F32, 1), type, recompute, 5);
    }

    double train(MicroBatch batch, double scale) {
        gradients.clear();
        try (GradientSums sums = new GradientSums(shard.gradients(tied), place.data(), ZeroStage.NONE, 1)) {
            double loss = pipeline.train(List.of(new Pipeline.Work(batch, sums.lane(0, 1))), scale)[0];
            sums.await();
            if (tied) {
                new TiedHead(shard, place.group(), 0, 0).collect(sums);
            }
            for (int section = 0; section < shard.states().size(); section++) {
                gradients.add(sums.slice(section, Pieces.all()).toFloats());
            }
            return loss;
        }
    }

    double loss(MicroBatch batch) {
        return pipeline.loss(batch);
    }

    List<SectionState> states() {
        return shard.states();
    }

    /** The gradient of each section, laid flat. */
    List<float[]> gradients() {
        return gradients;
    }

    /** The gradient of each parameter. */
    SequencedMap<String, Tensor> namedGradients() {
        SequencedMap<String, Tensor> named = new LinkedHashMap<>();
        for (int section = 0; section < gradients.size(); section++) {
            var flat = states().get(section).flat();
            List<Tensor> views = flat.views(Tensor.of(gradients.get(section), gradients.get(section).length));
            for (int i = 0; i < views.size(); i++) {
                named.put(flat.section().parameters().get(i).name(), views.get(i));
            }
        }
        return named;
    }

    @Override
    public void close() {
        shard.close();
        place.close();
    }
}
