package dev.ayatori.search.lineage;

/**
 * An artifact that has seen a document.
 *
 * @param artifact its name, such as shards
 * @param contentHash its content hash
 * @param place the file and place, or the training steps, where it can be told
 */
public record Sighting(String artifact, String contentHash, String place) {}
