package dev.ayatori.track;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a stage gets to run with.
 *
 * @param folder where the artifact's files go, already there; published by the caller
 * @param inputs the verified artifacts named by {@link Stage#inputs()}
 */
public record StageContext(
        Path folder, Map<String, Artifact> inputs, Resources resources, Progress progress, MetricSink metrics) {

    /** The input artifact of this name; the stage must have named it in {@link Stage#inputs()}. */
    public Artifact input(String name) {
        Artifact artifact = inputs.get(name);
        if (artifact == null) {
            throw new IllegalArgumentException(
                    "no input \"" + name + "\" was asked for; Stage.inputs() names " + inputs.keySet());
        }
        return artifact;
    }
}
