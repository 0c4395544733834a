package dev.ayatori.serve.run;

import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.MetricPoint;
import dev.ayatori.track.TrackStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A run read from its folder; it takes no lock, so the run may go on beside it. */
public final class FolderRun implements Run {
    private final Path folder;
    private final StageShelf stages;
    private final Opened<JsonNode> scores;
    private final Opened<StoredCorpus> corpus;
    private final Opened<SearchedOverlap> index;
    private final Opened<TokenModel> tuned;
    private final Opened<TokenModel> pretrained;

    /** Opens the folder of a run. */
    public FolderRun(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new AyatoriException(
                    "there is no run " + folder + "; `ayatori run RECIPE` makes one, --runs and --run name another");
        }
        this.stages = new StageShelf(this.folder);
        this.scores = opened("evaluate", artifact -> Json.read(artifact.file("scores.json"), JsonNode.class));
        this.corpus = opened("corpus", StoredCorpus::open);
        this.index = opened("index", SearchedOverlap::open);
        this.tuned = opened("tune", artifact -> TokenModel.open(modelName("tune"), artifact));
        this.pretrained = opened("pretrain", artifact -> TokenModel.open(modelName("pretrain"), artifact));
    }

    @Override
    public String name() {
        return folder.getFileName().toString();
    }

    @Override
    public List<StageView> stages() {
        return stages.read(fromStore(List.of(), store -> store.stages(name())));
    }

    @Override
    public List<String> metricNames(String stage) {
        return fromStore(List.of(), store -> store.metricNames(name(), stage));
    }

    @Override
    public List<MetricPoint> metrics(String stage, String metric) {
        return fromStore(List.of(), store -> store.metrics(name(), stage, metric));
    }

    @Override
    public Optional<JsonNode> scores() {
        return scores.get();
    }

    @Override
    public Optional<CorpusShelf> corpus() {
        return corpus.get().map(open -> open);
    }

    @Override
    public Optional<Overlap> index() {
        return index.get().map(open -> open);
    }

    @Override
    public List<String> modelNames() {
        return Stream.of("tune", "pretrain")
                .filter(stage -> Opened.artifact(folder.resolve(stage)).isPresent())
                .map(this::modelName)
                .toList();
    }

    @Override
    public List<TextModel> models() {
        return Stream.of(tuned, pretrained)
                .flatMap(model -> model.get().stream())
                .<TextModel>map(open -> open)
                .toList();
    }

    @Override
    public void close() {
        List.of(scores, corpus, index, tuned, pretrained).forEach(Opened::close);
    }

    private String modelName(String stage) {
        return name() + (stage.equals("tune") ? "-tuned" : "-pretrained");
    }

    private <T> Opened<T> opened(String stage, Function<Artifact, T> opening) {
        return new Opened<>(folder.resolve(stage), opening);
    }

    /** Asks the database of the folder of runs, which is not there before the first stage has begun. */
    private <T> T fromStore(T otherwise, Function<TrackStore, T> question) {
        Path runs = folder.getParent();
        if (runs == null || !Files.isRegularFile(runs.resolve(TrackStore.FILE))) {
            return otherwise;
        }
        try (TrackStore store = TrackStore.open(runs)) {
            return question.apply(store);
        }
    }
}
