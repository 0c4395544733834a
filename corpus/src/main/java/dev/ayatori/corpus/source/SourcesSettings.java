package dev.ayatori.corpus.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a corpus is made from.
 *
 * @param maven jars fetched through Maven, pinned by SHA-256
 * @param local jars and folders of this machine
 */
public record SourcesSettings(List<MavenCollection> maven, List<FileCollection> local) {
    public SourcesSettings {
        maven = List.copyOf(maven);
        local = List.copyOf(local);
        Set<String> seen = new HashSet<>();
        maven.forEach(collection -> collection.artifacts().keySet().forEach(name -> checkOnce(seen, name)));
        local.forEach(collection -> checkOnce(seen, collection.uri()));
    }

    public static SourcesSettings defaults() {
        return new SourcesSettings(List.of(), List.of());
    }

    private static void checkOnce(Set<String> seen, String source) {
        if (!seen.add(source)) {
            throw new IllegalArgumentException("the source " + source + " is named twice; name it once");
        }
    }
}
