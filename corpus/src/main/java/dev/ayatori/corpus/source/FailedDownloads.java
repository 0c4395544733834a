package dev.ayatori.corpus.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.version.Version;

/** Explains jars that could not be had: a coordinate nobody serves, or repositories out of reach. */
record FailedDownloads(MavenSession maven, Set<Coordinate> cached, SortedMap<Coordinate, ArtifactResult> failed) {
    private static final int NAMED = 5;

    String message() {
        List<Coordinate> unserved = failed.entrySet().stream()
                .filter(each -> isUnserved(each.getValue()))
                .map(each -> each.getKey())
                .toList();
        return unserved.isEmpty() ? unreachable() : unserved(unserved);
    }

    private String unserved(List<Coordinate> coordinates) {
        String repositories =
                maven.repositories().stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
        return coordinates.stream()
                        .limit(NAMED)
                        .map(each ->
                                "no repository (asked: %s) serves %s; %s".formatted(repositories, each, remedy(each)))
                        .collect(Collectors.joining("\n"))
                + more(coordinates.size());
    }

    private String unreachable() {
        String cause = failed.values().stream()
                .flatMap(result -> result.getExceptions().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("no reason given");
        return "%d of %d jars cannot be downloaded: %s%nMissing: %s%s%nThe other %d are in %s already and need no network. %s"
                .formatted(
                        failed.size(),
                        failed.size() + cached.size(),
                        cause,
                        failed.keySet().stream()
                                .limit(NAMED)
                                .map(Coordinate::toString)
                                .collect(Collectors.joining(", ")),
                        more(failed.size()),
                        cached.size(),
                        maven.localRepository(),
                        maven.session().isOffline()
                                ? "The Maven settings say offline: set <offline>false</offline> once, then run again."
                                : "Connect once, or name your mirror or proxy in ~/.m2/settings.xml, then run again; finished downloads are kept.");
    }

    private static String more(int all) {
        return all > NAMED ? " and " + (all - NAMED) + " more" : "";
    }

    private static boolean isUnserved(ArtifactResult result) {
        Collection<Exception> causes = result.getExceptions();
        return causes.stream()
                .allMatch(each -> each instanceof ArtifactNotFoundException
                        && !(each.getCause() instanceof RepositoryOfflineException));
    }

    private String remedy(Coordinate missing) {
        List<String> versions = servedVersions(missing);
        if (versions.isEmpty()) {
            return "correct the group or the artifact in the recipe";
        }
        if (versions.contains(missing.version())) {
            return "that version is served, but without the classifier \"" + missing.classifier() + "\"";
        }
        String nearest = versions.stream()
                .min(Comparator.comparingInt(version -> distance(version, missing.version())))
                .orElseThrow();
        return "the nearest version served is " + nearest;
    }

    private List<String> servedVersions(Coordinate missing) {
        var any = new DefaultArtifact(missing.group(), missing.artifact(), "pom", "[0,)");
        try {
            return maven
                    .system()
                    .resolveVersionRange(maven.session(), new VersionRangeRequest(any, maven.repositories(), ""))
                    .getVersions()
                    .stream()
                    .map(Version::toString)
                    .toList();
        } catch (VersionRangeResolutionException e) {
            return List.of();
        }
    }

    /** Levenshtein distance. */
    static int distance(String left, String right) {
        String lower = left.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= lower.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (lower.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
