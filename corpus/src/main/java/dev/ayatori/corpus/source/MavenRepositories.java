package dev.ayatori.corpus.source;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/** The Maven repositories of the user's settings, with the local repository as the cache in front of them. */
final class MavenRepositories implements AutoCloseable {
    private final MavenSession maven;

    private MavenRepositories(MavenSession maven) {
        this.maven = maven;
    }

    /** Opens what the Maven settings of this user and machine name. */
    static MavenRepositories open(Progress progress) {
        Path mavenHome = Path.of(System.getProperty("user.home"), ".m2");
        return open(MavenSettings.read(mavenHome, System.getenv()), mavenHome, progress);
    }

    static MavenRepositories open(Settings settings, Path mavenHome, Progress progress) {
        return new MavenRepositories(MavenSession.open(settings, mavenHome, new DownloadProgress(progress)));
    }

    /** The jars by coordinate; downloads in parallel what the local repository lacks, or names all that cannot be had. */
    SortedMap<Coordinate, Path> jars(Collection<Coordinate> coordinates) {
        List<Coordinate> ordered = coordinates.stream().sorted().toList();
        List<ArtifactResult> results =
                resolve(ordered.stream().map(MavenRepositories::jar).toList());
        SortedMap<Coordinate, Path> found = new TreeMap<>();
        SortedMap<Coordinate, ArtifactResult> failed = new TreeMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            if (results.get(i).isResolved()) {
                found.put(ordered.get(i), results.get(i).getArtifact().getPath());
            } else {
                failed.put(ordered.get(i), results.get(i));
            }
        }
        if (!failed.isEmpty()) {
            throw new AyatoriException(new FailedDownloads(maven, found.keySet(), failed).message());
        }
        return found;
    }

    /** The POMs that can be had, by {@code group:artifact:version}. */
    Map<String, Path> poms(Collection<Coordinate> coordinates) {
        List<Artifact> wanted = coordinates.stream()
                .map(each -> (Artifact) new DefaultArtifact(each.group(), each.artifact(), "pom", each.version()))
                .distinct()
                .toList();
        SortedMap<String, Path> found = new TreeMap<>();
        for (ArtifactResult result : resolve(wanted)) {
            if (result.isResolved()) {
                Artifact pom = result.getArtifact();
                found.put(String.join(":", pom.getGroupId(), pom.getArtifactId(), pom.getVersion()), pom.getPath());
            }
        }
        return found;
    }

    /** One POM; empty when it cannot be had. */
    Optional<Path> pom(String group, String artifact, String version) {
        ArtifactResult result = resolve(List.of(new DefaultArtifact(group, artifact, "pom", version)))
                .getFirst();
        return result.isResolved() ? Optional.of(result.getArtifact().getPath()) : Optional.empty();
    }

    private List<ArtifactResult> resolve(List<Artifact> wanted) {
        List<ArtifactRequest> requests = new ArrayList<>();
        wanted.forEach(each -> requests.add(new ArtifactRequest(each, maven.repositories(), "")));
        try {
            return maven.system().resolveArtifacts(maven.session(), requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }

    private static Artifact jar(Coordinate coordinate) {
        return new DefaultArtifact(
                coordinate.group(), coordinate.artifact(), coordinate.classifier(), "jar", coordinate.version());
    }

    @Override
    public void close() {
        maven.close();
    }
}
