package dev.ayatori.track;

import java.time.Duration;

/**
 * What {@link RunFolder#produce} did for a stage.
 *
 * @param upToDate whether the artifact was there already and nothing ran
 */
public record Production(Artifact artifact, boolean upToDate, Duration time) {}
