package dev.ayatori.pretrain;

import dev.ayatori.model.Initialization;
import dev.ayatori.model.Parameter;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.pretrain.shard.FlatSection;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.tensor.DataType;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** The weights that a training begins with: drawn from its seed or read from a model. */
final class FirstWeights {

    private final TrainingJob job;

    FirstWeights(TrainingJob job) {
        this.job = job;
    }

    /** Fills the held master weights. */
    void fill(ModelShard shard) {
        try (Scope _ = Scope.open()) {
            IntFunction<Tensor> values = job.start().isEmpty() ? drawn() : read();
            List<Parameter> all = job.shape().decoder().parameters();
            for (SectionState state : shard.states()) {
                for (FlatSection.Range range : state.flat().ranges(state.held())) {
                    fill(state.master(), range, values, all.indexOf(range.parameter()));
                }
            }
        }
    }

    private static void fill(Tensor master, FlatSection.Range range, IntFunction<Tensor> values, int place) {
        try (Scope _ = Scope.open()) {
            long length = range.end() - range.begin();
            Tensor whole = values.apply(place).contiguous();
            master.narrow(0, range.begin(), length).copyInPlace(whole.view(-1).narrow(0, range.offset(), length));
        }
    }

    private IntFunction<Tensor> drawn() {
        Initialization first = new Initialization(job.shape(), job.plan().seed());
        return place -> {
            float[] values = first.values(place);
            return Tensor.of(values, values.length);
        };
    }

    private IntFunction<Tensor> read() {
        HuggingFaceFolder folder = new HuggingFaceFolder(Path.of(job.start()));
        if (!folder.shape().equals(job.shape())) {
            throw new AyatoriException(
                    job.start() + " holds a model of " + folder.shape() + ", but the job asks for " + job.shape());
        }
        List<Tensor> found = List.copyOf(folder.weights().sequencedValues());
        return place -> found.get(place).to(DataType.F32);
    }
}
