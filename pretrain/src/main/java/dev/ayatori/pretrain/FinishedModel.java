package dev.ayatori.pretrain;

import dev.ayatori.model.Parameter;
import dev.ayatori.model.huggingface.HuggingFaceFolder;
import dev.ayatori.pretrain.checkpoint.SharedFile;
import dev.ayatori.pretrain.shard.ModelShard;
import dev.ayatori.pretrain.shard.SectionState;
import dev.ayatori.pretrain.shard.Team;
import dev.ayatori.tensor.SafeTensors;
import dev.ayatori.tensor.Scope;
import dev.ayatori.tensor.Tensor;
import dev.ayatori.track.ContentHasher;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The master weights of all processes as one model in Hugging Face layout. */
final class FinishedModel {

    private static final int HASHED_AT_ONCE = 1 << 24;

    private final TrainingJob job;
    private final ModelShard shard;
    private final Team world;

    FinishedModel(TrainingJob job, ModelShard shard, Team world) {
        this.job = job;
        this.shard = shard;
        this.world = world;
    }

    /** Writes {@code model/}, all processes together; the first one tells the hash of the weights, others "". */
    String write() throws IOException {
        Path draft = Path.of(job.folder(), "weights.partial");
        SharedFile file = new SharedFile(draft, shard);
        if (world.rank() == 0) {
            file.create();
        }
        world.sum(0);
        file.write(SectionState::master);
        world.sum(0);
        if (world.rank() != 0) {
            return "";
        }
        String hash;
        try (SafeTensors whole = SafeTensors.open(draft);
                Scope _ = Scope.open()) {
            SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
            whole.names().forEach(name -> weights.put(name, whole.view(name)));
            new HuggingFaceFolder(Path.of(job.folder(), "model")).write(job.shape(), weights, job.endOfText());
            hash = hash(whole);
        }
        Files.delete(draft);
        return hash;
    }

    /** Over names, shapes and bytes in the order of the names. */
    private String hash(SafeTensors whole) {
        List<Parameter> byName = job.shape().decoder().parameters().stream()
                .sorted(Comparator.comparing(Parameter::name))
                .toList();
        ContentHasher hasher = ContentHasher.create();
        for (Parameter parameter : byName) {
            hasher.text(parameter.name());
            parameter.shape().forEach(hasher::number);
            MemorySegment values = whole.bytes(parameter.name());
            for (long at = 0; at < values.byteSize(); at += HASHED_AT_ONCE) {
                long length = Math.min(HASHED_AT_ONCE, values.byteSize() - at);
                hasher.bytes(values.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
            }
        }
        return hasher.hex();
    }
}
