package dev.ayatori.track;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a stage tells about the artifact it has written.
 *
 * @param recordsHash {@link ContentHasher} over the canonical records, in their canonical order
 * @param counts the main counts (documents, tokens, ...) by name, for the table of stages and the manifest; an ordered
 *     map keeps its order, the most telling first
 */
public record StageResult(String recordsHash, Map<String, Long> counts) {
    public StageResult {
        counts = Collections.unmodifiableMap(
                counts instanceof SequencedMap ? new LinkedHashMap<>(counts) : new TreeMap<>(counts));
    }
}
