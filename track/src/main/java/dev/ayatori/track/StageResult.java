package dev.ayatori.track;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stage tells about the artifact it has written.
 *
 * @param recordsHash {@link ContentHasher} over the canonical records, in their canonical order
 * @param counts the main counts (documents, tokens, ...) by name, for the table of stages and the manifest
 */
public record StageResult(String recordsHash, Map<String, Long> counts) {
    public StageResult {
        SortedMap<String, Long> sorted = new TreeMap<>(counts);
        counts = Collections.unmodifiableMap(sorted);
    }
}
