package dev.ayatori.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.build.BuildCorpus;
import dev.ayatori.corpus.filter.WordList;
import dev.ayatori.corpus.publish.ShardFormat;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.Format;
import dev.ayatori.corpus.source.PinnedFile;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishCorpusTest {
    private static final String TAKEN_DOWN = "https://example.org/59";

    private Path folder = Path.of("");

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path file = folder.resolve("pages.jsonl");
        Files.writeString(
                file,
                IntStream.range(0, 60)
                        .mapToObj(i -> "{\"url\":\"https://example.org/%d\",\"licence\":\"%s\",\"text\":\"%s\"}\n"
                                .formatted(i, i % 3 == 0 ? "MIT" : "CC0-1.0", text(i)))
                        .collect(Collectors.joining()));
        ReadSettings reading = new ReadSettings(Format.JSONL, "text", "url", "", List.of("licence"), "", "");
        var sources = new SourcesSettings(
                List.of(), List.of(new FileCollection("web", "NOASSERTION", file.toString(), "", reading)));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), "run")) {
            Resources resources = new Resources(2, folder.resolve("cache"));
            run.produce(new FetchSources(sources), resources, Progress.silent());
            run.produce(new BuildCorpus(settings()), resources, Progress.silent());
        }
    }

    /** With a file of this machine, and a document that was taken down. */
    private CorpusSettings settings() throws IOException {
        Path words = Files.writeString(folder.resolve("domains.txt"), "blocked.example\n");
        PinnedFile pinned = PinnedFile.at(words);
        ObjectNode settings = (ObjectNode) Json.tree(CorpusSettings.defaults().without(List.of(TAKEN_DOWN)));
        ((ObjectNode) settings.get("filters"))
                .set("lists", Json.tree(List.of(new WordList("blocked-domains", pinned.address(), pinned.sha256()))));
        return Json.fromTree(settings, CorpusSettings.class);
    }

    private static String text(int number) {
        Random random = new Random(number);
        return random.ints(number % 10 == 0 ? 1 : 12)
                .mapToObj(i -> "The " + word(random) + " of " + word(random) + " " + word(random) + " " + word(random)
                        + " and the " + word(random) + " is a " + word(random) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return Integer.toString(random.nextInt(1 << 30), 36).replaceAll("\\d", "e");
    }

    private Artifact artifact(String name) {
        return Artifact.open(folder.resolve("runs/run").resolve(name));
    }

    private Path publish(String name, ShardFormat format) {
        return new PublishCorpus("Loops | and <figures>", format, 10_000)
                .write(artifact("sources"), artifact("corpus"), folder.resolve(name));
    }

    @ParameterizedTest
    @EnumSource(ShardFormat.class)
    void publishesEveryKeptDocumentInFilesOfASize(ShardFormat format) throws IOException {
        Path published = publish("all-" + format, format);
        assertThat(VerifyRelease.verify(published)).isEmpty();
        try (Stream<Path> files = Files.list(published.resolve("data"))) {
            List<Document> read = files.sorted().flatMap(format::read).toList();
            List<Document> kept = Corpus.open(artifact("corpus")).documents().toList();
            assertThat(read).containsExactlyInAnyOrderElementsOf(kept).hasSizeBetween(50, 59);
        }
        try (Stream<Path> files = Files.list(published.resolve("data"))) {
            assertThat(files).hasSizeGreaterThan(3);
        }
    }

    @Test
    void tellsLicencesThresholdsAndWhatWasRemovedOnItsCard() throws IOException {
        String card = Files.readString(publish("card", ShardFormat.JSONL).resolve("README.md"));
        assertThat(card)
                .startsWith("# Loops | and <figures>")
                .containsPattern("\\| web \\| en \\| CC0-1.0 \\| \\d+ \\| [\\d,]+ \\|")
                .containsPattern("\\| web \\| en \\| MIT \\| \\d+ \\|")
                .contains("| removed by words | 6 |", "pages.jsonl", "data/train-00000.jsonl.zst")
                .contains("domains.txt", "| takedown | 1 |", "removed by takedown")
                .doesNotContain(folder.toString(), TAKEN_DOWN);
        assertThat(Files.readString(folder.resolve("card").resolve("corpus.json")))
                .doesNotContain(folder.toString(), TAKEN_DOWN);
    }

    @Test
    void findsWhateverWasChangedSince() throws IOException {
        Path published = publish("changed", ShardFormat.PARQUET);
        Files.copy(published.resolve("data/train-00001.parquet"), published.resolve("data/train-00099.parquet"));
        assertThat(VerifyRelease.verify(published))
                .anyMatch(finding -> finding.toString().contains("train-00099.parquet: does not belong"));
        Files.delete(published.resolve("data/train-00099.parquet"));
        Files.writeString(
                published.resolve("README.md"),
                Files.readString(published.resolve("README.md")).replace("MIT", "ISC"));
        assertThat(VerifyRelease.verify(published))
                .anyMatch(finding -> finding.toString().startsWith("README.md: has SHA-256"))
                .anyMatch(finding -> finding.toString().startsWith("README.md: does not say what corpus.json says"));
    }

    @Test
    void findsRecordsThatDoNotMatchEvenWhenAllHashesDo() throws IOException {
        Path published = publish("forged", ShardFormat.PARQUET);
        Files.copy(
                published.resolve("data/train-00001.parquet"),
                published.resolve("data/train-00000.parquet"),
                StandardCopyOption.REPLACE_EXISTING);
        ReleaseHashes.of(published).write(published);
        assertThat(VerifyRelease.verify(published))
                .anyMatch(finding -> finding.toString().startsWith("data/train-00000.parquet: holds"))
                .anyMatch(finding -> finding.toString().startsWith("corpus.json: contents of web, en, "));
    }

    @Test
    void leavesNothingWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> publish("interrupted", ShardFormat.JSONL)).hasMessageContaining("interrupted");
        } finally {
            Thread.interrupted();
        }
        assertThat(folder.resolve("interrupted")).doesNotExist();
        assertThat(folder.resolve("interrupted.partial")).doesNotExist();
    }

    @Test
    void namesAMissingFileOnce() throws IOException {
        Path published = publish("missing", ShardFormat.PARQUET);
        Files.delete(published.resolve("data/train-00001.parquet"));
        assertThat(VerifyRelease.verify(published))
                .extracting(Finding::toString)
                .containsExactly("data/train-00001.parquet: is missing");
    }

    @Test
    void refusesAFolderThatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("there"));
        assertThatThrownBy(() -> publish("there", ShardFormat.JSONL))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("is there already");
    }
}
