package dev.ayatori.serve.run;

import dev.ayatori.serve.run.StageView.State;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Input;
import dev.ayatori.track.Json;
import dev.ayatori.track.Manifest;
import dev.ayatori.track.StageState;
import dev.ayatori.track.StoredFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stages of a run folder: finished ones from their manifests, the others from the plan. */
final class StageShelf {
    private final Path folder;

    StageShelf(Path folder) {
        this.folder = folder;
    }

    /** All stages; of the unfinished ones the given notes tell how they stand. */
    List<StageView> read(List<StageState> notes) {
        return StagePlan.WAY.stream()
                .map(plan -> artifact(plan.name())
                        .map(artifact -> finished(artifact.manifest()))
                        .orElseGet(() -> unfinished(plan, notes)))
                .toList();
    }

    private StageView finished(Manifest manifest) {
        boolean stale = manifest.inputs().stream().anyMatch(this::madeAnew);
        return new StageView(
                manifest.name(),
                stale ? State.STALE : State.DONE,
                manifest.inputs(),
                new TreeMap<>(manifest.counts()),
                manifest.recorded().seconds(),
                manifest.files().stream().mapToLong(StoredFile::bytes).sum(),
                manifest.recorded().started(),
                manifest.recorded().machine(),
                manifest.contentHash(),
                manifest.settings());
    }

    private StageView unfinished(StagePlan plan, List<StageState> notes) {
        return new StageView(
                plan.name(),
                state(plan.name(), notes),
                plan.inputs().stream().map(name -> new Input(name, "")).toList(),
                Map.of(),
                0,
                0,
                "",
                "",
                "",
                Json.tree(Map.of()));
    }

    private State state(String stage, List<StageState> notes) {
        String note = notes.stream()
                .filter(each -> each.stage().equals(stage))
                .map(StageState::state)
                .findFirst()
                .orElse("");
        return switch (note) {
            case "failed" -> State.FAILED;
            case "interrupted" -> State.INTERRUPTED;
            default -> Files.isDirectory(folder.resolve(stage + ".partial")) ? State.RUNNING : State.WAITING;
        };
    }

    private boolean madeAnew(Input input) {
        return artifact(input.name())
                .filter(present -> present.contentHash().equals(input.contentHash()))
                .isEmpty();
    }

    private Optional<Artifact> artifact(String name) {
        return Opened.artifact(folder.resolve(name));
    }
}
