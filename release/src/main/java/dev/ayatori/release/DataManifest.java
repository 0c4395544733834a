package dev.ayatori.release;

import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.source.StoredSource;
import dev.ayatori.track.Artifact;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The file {@code data-manifest.json}: what the model was made from and by which steps, so that the run can be repeated
 * and compared.
 *
 * @param formatVersion 1
 * @param sources every input with coordinate or file name, licence, size and SHA-256
 * @param stages the stages in their order
 * @param corpus what each source became
 */
record DataManifest(int formatVersion, List<StoredSource> sources, List<StageRecord> stages, CorpusStatistics corpus) {
    static final int FORMAT_VERSION = 1;

    DataManifest {
        sources = List.copyOf(sources);
        stages = List.copyOf(stages);
    }

    /** One stage: what it was asked for, what it counted, and the hash that names its result. */
    record StageRecord(String name, int revision, JsonNode settings, Map<String, Long> counts, String contentHash) {
        static StageRecord of(Artifact artifact) {
            return new StageRecord(
                    artifact.name(),
                    artifact.manifest().revision(),
                    PublicSettings.of(artifact.manifest().settings()),
                    artifact.manifest().counts(),
                    artifact.contentHash());
        }
    }

    /** A source without its place on this machine. */
    static StoredSource published(StoredSource source) {
        String file = "file:";
        return source.uri().startsWith(file)
                ? new StoredSource(
                        file + PublicSettings.named(source.uri().substring(file.length())),
                        source.collection(),
                        source.licence(),
                        source.licenceFound(),
                        source.date(),
                        source.file(),
                        source.bytes(),
                        source.sha256(),
                        source.reading())
                : source;
    }

    /** The stage of this name. */
    StageRecord stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage \"" + name + "\" among " + stages));
    }
}
