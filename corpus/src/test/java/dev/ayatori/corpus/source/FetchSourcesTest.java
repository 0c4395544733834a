package dev.ayatori.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.StageContext;
import dev.ayatori.track.StageResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchSourcesTest {
    private static final String TOOL = "org.example:tool:1.0:javadoc";
    private static final String APACHE =
            "<licenses><license><name>The Apache Software License, Version 2.0</name></license></licenses>";

    @TempDir
    private Path folder;

    private LocalRepository repository;
    private byte[] jar = new byte[0];

    @BeforeEach
    void servesOneJar() {
        repository = new LocalRepository(folder);
        jar = LocalRepository.jar(Map.of("a/B.html", "<p>あやとり", "index.html", "<p>index"));
    }

    @Test
    void copiesJarsAndListsThemWithLicenceAndDate() throws IOException {
        String sha256 = repository.serve(TOOL, jar);
        repository.servePom("org.example", "tool", "1.0", APACHE);
        Path run = fetch("Apache-2.0", Map.of(TOOL, sha256)).folder();
        StoredSource source = SourceList.read(run).sources().getFirst();
        assertThat(source)
                .isEqualTo(new StoredSource(
                        "maven:" + TOOL,
                        "docs",
                        "Apache-2.0",
                        "The Apache Software License, Version 2.0",
                        "2024-02-03",
                        "org.example_tool-1.0-javadoc.jar",
                        jar.length,
                        sha256,
                        ReadSettings.defaults()));
        assertThat(SourceList.file(run, source)).hasBinaryContent(jar);
    }

    @Test
    void hashesTheSameFromRepositoryAndFromCache() throws IOException {
        String sha256 = repository.serve(TOOL, jar);
        StageResult first = fetch("Apache-2.0", Map.of(TOOL, sha256)).result();
        repository.settings.setOffline(true);
        StageResult second = fetch("Apache-2.0", Map.of(TOOL, sha256)).result();
        assertThat(second).isEqualTo(first);
        assertThat(first.counts()).containsEntry("sources", 1L).containsEntry("bytes", (long) jar.length);
    }

    @Test
    void namesBothHashesWhenAJarIsNotThePinnedOne() {
        String sha256 = repository.serve(TOOL, jar);
        String pinned = "0".repeat(64);
        assertThatThrownBy(() -> fetch("Apache-2.0", Map.of(TOOL, pinned)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining(TOOL)
                .hasMessageContaining(pinned)
                .hasMessageContaining(sha256)
                .hasMessageContaining(repository.cached(TOOL).toString());
    }

    @Test
    void findsATruncatedJarInTheCacheByItsHash() throws IOException {
        String sha256 = repository.serve(TOOL, jar);
        fetch("Apache-2.0", Map.of(TOOL, sha256));
        Files.write(repository.cached(TOOL), Arrays.copyOf(jar, jar.length / 2));
        assertThatThrownBy(() -> fetch("Apache-2.0", Map.of(TOOL, sha256)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("delete it and run again");
    }

    @Test
    void takesTheLicenceOfTheParentPom() throws IOException {
        String sha256 = repository.serve(TOOL, jar);
        repository.servePom(
                "org.example",
                "tool",
                "1.0",
                "<parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>7</version></parent>");
        repository.servePom("org.example", "parent", "7", APACHE);
        Path run = fetch("Apache-2.0", Map.of(TOOL, sha256)).folder();
        assertThat(SourceList.read(run).sources().getFirst().licenceFound()).contains("Apache");
    }

    @Test
    void refusesALicenceThatIsNotTheRecipes() {
        String sha256 = repository.serve(TOOL, jar);
        repository.servePom("org.example", "tool", "1.0", APACHE);
        assertThatThrownBy(() -> fetch("MIT", Map.of(TOOL, sha256)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining(TOOL)
                .hasMessageContaining("MIT")
                .hasMessageContaining("Apache Software License");
    }

    @Test
    void namesTheNearestVersionOfAMissingCoordinate() {
        repository.servePom("org.example", "tool", "1.1", APACHE);
        assertThatThrownBy(() -> fetch("Apache-2.0", Map.of(TOOL, "0".repeat(64))))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("no repository (asked: test) serves " + TOOL)
                .hasMessageContaining("nearest version served is 1.1");
    }

    @Test
    void saysOfflineWhatIsThereAndWhatIsMissing() throws IOException {
        String sha256 = repository.serve(TOOL, jar);
        fetch("Apache-2.0", Map.of(TOOL, sha256));
        repository.settings.setOffline(true);
        String other = "org.example:other:2.0:javadoc";
        assertThatThrownBy(() -> fetch("Apache-2.0", Map.of(TOOL, sha256, other, sha256)))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("1 of 2 jars cannot be downloaded")
                .hasMessageContaining("Missing: " + other)
                .hasMessageContaining("The other 1 are in");
    }

    @Test
    void copiesAFolderWithItsContentHash() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages/deep"));
        Files.writeString(pages.resolve("a.html"), "<p>text");
        FileCollection local =
                new FileCollection("own", "CC0-1.0", folder.resolve("pages").toString(), "", ReadSettings.defaults());
        Fetched fetched = fetch(new SourcesSettings(List.of(), List.of(local)));
        StoredSource source = SourceList.read(fetched.folder()).sources().getFirst();
        assertThat(SourceList.file(fetched.folder(), source).resolve("deep/a.html"))
                .hasContent("<p>text");
        assertThat(source.sha256()).isEqualTo(FileContent.ofFolder(folder.resolve("pages")));
    }

    @Test
    void namesAFolderThatIsNotThere() {
        FileCollection local = new FileCollection("own", "CC0-1.0", "no/such/folder", "", ReadSettings.defaults());
        assertThatThrownBy(() -> fetch(new SourcesSettings(List.of(), List.of(local))))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("no/such/folder");
    }

    @Test
    void namesALocalJarThatIsTruncated() throws IOException {
        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(jar, jar.length / 2));
        FileCollection local = new FileCollection("own", "CC0-1.0", half.toString(), "", ReadSettings.defaults());
        assertThatThrownBy(() -> fetch(new SourcesSettings(List.of(), List.of(local))))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining(half.toString())
                .hasMessageContaining("ends at byte " + jar.length / 2);
    }

    private record Fetched(Path folder, StageResult result) {}

    private Fetched fetch(String licence, Map<String, String> artifacts) throws IOException {
        return fetch(new SourcesSettings(List.of(new MavenCollection("docs", licence, artifacts)), List.of()));
    }

    private Fetched fetch(SourcesSettings settings) throws IOException {
        Path run = Files.createTempDirectory(folder, "sources");
        StageContext context =
                new StageContext(run, Map.of(), new Resources(1, folder), Progress.silent(), (name, step, value) -> {});
        return new Fetched(run, new FetchSources(settings, repository::open).run(context));
    }
}
