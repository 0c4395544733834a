package dev.ayatori.corpus.source;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** One downloaded jar on its way into the sources artifact. */
record MavenSource(Coordinate coordinate, MavenCollection collection, Path jar) {
    /** Checks SHA-256 and licence and copies the jar. */
    StoredSource store(Path filesFolder, PomLicences licences) throws IOException {
        String sha256 = FileContent.sha256(jar);
        String pinned = collection.artifacts().get(coordinate.toString());
        FetchSources.checkSha256(coordinate.toString(), jar, String.valueOf(pinned), sha256);
        String confirmed = confirmedLicence(licences);
        // A copy, not a link: damage in the run must not reach the user's repository.
        Files.copy(jar, filesFolder.resolve(coordinate.fileName()));
        return new StoredSource(
                coordinate.uri(),
                collection.name(),
                collection.licence(),
                confirmed,
                date(jar),
                coordinate.fileName(),
                Files.size(jar),
                sha256,
                ReadSettings.defaults());
    }

    private String confirmedLicence(PomLicences licences) {
        List<String> named = licences.of(coordinate.group(), coordinate.artifact(), coordinate.version());
        for (String name : named) {
            if (LicenceNames.identifier(name).equals(LicenceNames.identifier(collection.licence()))) {
                return name;
            }
        }
        if (named.isEmpty()) {
            return "";
        }
        throw new AyatoriException(
                "the recipe says %s is under %s, but its POM says %s; correct the licence of collection \"%s\" or leave the jar out"
                        .formatted(coordinate, collection.licence(), String.join(", ", named), collection.name()));
    }

    static String date(Path jar) throws IOException {
        try {
            return ContentDate.newest(jar);
        } catch (ZipException e) {
            throw new AyatoriException(
                    "%s is not a whole jar: %s (it ends at byte %d); fetch it again"
                            .formatted(jar, e.getMessage(), Files.size(jar)),
                    e);
        }
    }
}
