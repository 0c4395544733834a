package dev.ayatori.search.lineage;

/**
 * An artifact that has seen a document.
 *
 * @param run the run it belongs to
 * @param artifact its name, such as shards; {@code published} for a corpus that was published
 * @param contentHash its content hash
 * @param place the file and place, or the training steps, where it can be told
 */
public record Sighting(String run, String artifact, String contentHash, String place) {}
