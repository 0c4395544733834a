package dev.ayatori.track;

/**
 * Where a stage of a run stands, as last written down.
 *
 * @param state running, done, failed or interrupted; a "running" whose process was killed stays so until the next run
 * @param started when it last began to run, in ISO-8601
 * @param seconds how long it ran; 0 while it runs
 * @param contentHash of the artifact, empty until done
 */
public record StageState(String stage, String state, String started, double seconds, String contentHash) {}
