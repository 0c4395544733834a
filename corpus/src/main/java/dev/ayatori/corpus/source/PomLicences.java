package dev.ayatori.corpus.source;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Finds what licence a project's POM, or the nearest of its parents that says one, gives. */
final class PomLicences {
    private static final int DEEPEST = 16;

    private final MavenRepositories repositories;
    private final Map<String, Path> known;
    private final Map<String, List<String>> found = new TreeMap<>();

    /**
     * Looks in these POMs first.
     *
     * @param known POM files by {@code group:artifact:version}
     */
    PomLicences(MavenRepositories repositories, Map<String, Path> known) {
        this.repositories = repositories;
        this.known = new TreeMap<>(known);
    }

    /** The names of the licences, empty when neither the POM nor its parents can be had or say any. */
    List<String> of(String group, String artifact, String version) {
        return of(group, artifact, version, 0);
    }

    private List<String> of(String group, String artifact, String version, int depth) {
        String key = String.join(":", group, artifact, version);
        List<String> seen = found.get(key);
        if (seen != null) {
            return seen;
        }
        List<String> licences = Optional.ofNullable(known.get(key))
                .or(() -> repositories.pom(group, artifact, version))
                .map(pom -> inOrAbove(read(pom), depth))
                .orElse(List.of());
        found.put(key, licences);
        return licences;
    }

    private List<String> inOrAbove(Model model, int depth) {
        List<String> own = model.getLicenses().stream()
                .map(PomLicences::name)
                .filter(name -> !name.isBlank())
                .toList();
        Parent parent = model.getParent();
        if (!own.isEmpty() || parent == null || depth == DEEPEST) {
            return own;
        }
        return of(parent.getGroupId(), parent.getArtifactId(), parent.getVersion(), depth + 1);
    }

    private static String name(License licence) {
        return licence.getName() != null ? licence.getName() : licence.getUrl() != null ? licence.getUrl() : "";
    }

    private static Model read(Path pom) {
        try (InputStream in = Files.newInputStream(pom)) {
            return new MavenXpp3Reader().read(in, false);
        } catch (IOException | XmlPullParserException e) {
            throw new AyatoriException(
                    pom + " is not a readable POM: " + e.getMessage() + "; delete it and run again to fetch it anew",
                    e);
        }
    }
}
