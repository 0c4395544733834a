package dev.ayatori.corpus.source;

import dev.ayatori.track.Json;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The file {@code sources.json}: every source of the artifact, in the order of their uri. */
public record SourceList(List<StoredSource> sources) {
    private static final String FILE = "sources.json";

    public SourceList {
        sources =
                sources.stream().sorted(Comparator.comparing(StoredSource::uri)).toList();
    }

    /** Reads the list of a sources artifact. */
    public static SourceList read(Path sourcesFolder) {
        return Json.read(sourcesFolder.resolve(FILE), SourceList.class);
    }

    void write(Path sourcesFolder) {
        Json.write(sourcesFolder.resolve(FILE), this);
    }

    /** Where a source's jar or folder stands. */
    public static Path file(Path sourcesFolder, StoredSource source) {
        return filesFolder(sourcesFolder).resolve(source.file());
    }

    static Path filesFolder(Path sourcesFolder) {
        return sourcesFolder.resolve("files");
    }
}
