package dev.ayatori.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.evaluate.Score;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {
    private final Path temporary;
    private final SyntheticRun run;
    private final Path release;

    ReleaseTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        this.run = SyntheticRun.write(temporary.resolve("run"));
        this.release = temporary.resolve("release");
    }

    @BeforeEach
    void makeRelease() throws IOException {
        run.release(release);
    }

    @Test
    void isWholeWhenWritten() {
        assertThat(VerifyRelease.verify(release)).isEmpty();
    }

    @Test
    void isEqualWhereverItIsMade() throws IOException {
        Path other = temporary.resolve("other");
        String hash = run.release(other).recordsHash();
        assertThat(hash).isEqualTo(run.release(temporary.resolve("third")).recordsHash());
        for (String name : ReleaseHashes.names(release)) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(release.resolve(name));
        }
    }

    @Test
    void tellsOnTheCardWhatTheRunKnows() throws IOException {
        String card = Files.readString(release.resolve("README.md"));
        assertThat(card)
                .startsWith("---\nlicense: apache-2.0\nlanguage:\n- ja\n- en\n")
                .contains("| validation | all | bits-per-byte | tuned | 2.3456 | 2.3000 to 2.4000 | 120 | bits/byte |")
                .contains("| choice | ja | accuracy | chance | 0.2500 | 0.2500 to 0.2500 | 600 | share |")
                .contains("| difference | tuned - unigram | -0.5000 | -0.6000 to -0.4000 | 120 | bits/byte |")
                .contains("| sample-bytes | corpus | 9,999 | 9,999 to 9,999 | 120 | bytes |")
                .contains("| manuals | Apache-2.0 | 1 | 7 | 3,210 |")
                .contains("| removed by near-duplicate | 3 | 1,790 |")
                .contains("| ja | train | 6 | 3,000 |")
                .contains("| limit.minimalCharacters | 17 |")
                .contains("Stage pretrain (1,234 documents)")
                .contains("| tune | 3 | `hash-of-tune` |")
                .contains("%,d parameters".formatted(SyntheticRun.SHAPE.parameters()))
                .doesNotContain("2026-01-01")
                .doesNotContain(temporary.toString());
    }

    @Test
    void namesEverySourceWithHashAndLicence() {
        DataManifest data = Json.read(release.resolve("data-manifest.json"), DataManifest.class);
        assertThat(data.sources()).hasSize(2);
        assertThat(data.sources()).last().satisfies(source -> {
            assertThat(source.uri()).isEqualTo("maven:g:a:1:javadoc");
            assertThat(source.sha256()).isEqualTo("ab12");
            assertThat(source.licence()).isEqualTo("Apache-2.0");
        });
        assertThat(data.stages()).extracting(DataManifest.StageRecord::name).contains("sources", "index");
    }

    @Test
    void tellsNeitherPlacesOnTheMachineNorWhatWasTakenDown() throws IOException {
        for (String file : List.of("data-manifest.json", "README.md")) {
            assertThat(Files.readString(release.resolve(file)))
                    .contains("takedown", "words.txt")
                    .doesNotContain(SyntheticRun.PLACE, "gone.example");
        }
        assertThat(Files.readString(release.resolve("data-manifest.json"))).contains("file:notes");
    }

    @Test
    void listsTheJarsItWasMadeWith() throws IOException {
        assertThat(Files.readString(release.resolve("bill-of-materials.json")))
                .contains("CycloneDX", "pkg:maven/tools.jackson.core/jackson-databind@", "SHA-256")
                .doesNotContain(System.getProperty("user.home"));
    }

    @Test
    void findsAFlippedByte() throws IOException {
        Path weights = release.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 5] ^= 1;
        Files.write(weights, bytes);
        assertThat(VerifyRelease.verify(release))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).startsWith("model.safetensors: has SHA-256"));
    }

    @Test
    void findsADeletedFile() throws IOException {
        Files.delete(release.resolve("generation_config.json"));
        assertThat(VerifyRelease.verify(release)).containsExactly(new Finding("generation_config.json", "is missing"));
    }

    @Test
    void findsAnAddedFile() throws IOException {
        Files.createDirectories(release.resolve("more"));
        Files.writeString(release.resolve("more/pickle.bin"), "x");
        assertThat(VerifyRelease.verify(release))
                .containsExactly(new Finding("more/pickle.bin", "does not belong to the release"));
    }

    @Test
    void findsAFileOfAnotherSize() throws IOException {
        Files.writeString(release.resolve("tokenizer.model"), "more pieces");
        assertThat(VerifyRelease.verify(release))
                .containsExactly(new Finding("tokenizer.model", "has 11 bytes, but should have 6"));
    }

    @Test
    void findsMissingHashes() throws IOException {
        Files.delete(release.resolve("hashes.json"));
        assertThat(VerifyRelease.verify(release))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("is missing"));
        Files.writeString(release.resolve("hashes.json"), "{\"formatVersion\": 9, \"files\": {}}");
        assertThat(VerifyRelease.verify(release))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("cannot be read"));
    }

    @Test
    void findsTensorsThatDoNotFitTheConfiguration() throws IOException {
        var parameters = new ArrayList<>(SyntheticRun.SHAPE.decoder().parameters());
        parameters.removeLast();
        SyntheticRun.writeWeights(release.resolve("model.safetensors"), parameters);
        hashAgain();
        assertThat(VerifyRelease.verify(release))
                .containsExactly(new Finding("model.safetensors", "lacks transformer.ln_f.bias"));
    }

    @Test
    void findsACutWeightFile() throws IOException {
        Path weights = release.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 4));
        hashAgain();
        assertThat(VerifyRelease.verify(release))
                .containsExactly(new Finding(
                        "model.safetensors",
                        "has " + (bytes.length - 4) + " bytes, but its header tells of " + bytes.length));
        Files.write(weights, new byte[3]);
        hashAgain();
        assertThat(VerifyRelease.verify(release))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("no readable header"));
    }

    @Test
    void findsAVocabularyOfAnotherSize() throws IOException {
        Path config = release.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("262", "200"));
        hashAgain();
        assertThat(VerifyRelease.verify(release))
                .extracting(Finding::toString)
                .contains("tokenizer.json: has 262 pieces, but config.json has vocab_size 200")
                .anyMatch(finding -> finding.contains("transformer.wte.weight is F32 [262, 8]"));
    }

    @Test
    void findsAnEndTokenOfAnotherId() throws IOException {
        Path config = release.resolve("config.json");
        Files.writeString(config, Files.readString(config).replaceAll("(eos_token_id\" *: *)2", "$13"));
        hashAgain();
        assertThat(VerifyRelease.verify(release))
                .containsExactly(
                        new Finding("config.json", "eos_token_id is 3, which is not the id of </s> in tokenizer.json"));
    }

    @Test
    void findsACardThatTellsOtherScores() throws IOException {
        Score better = new Score("bits-per-byte", "validation", "all", "tuned", 1.1, 1, 1.2, 120, "bits/byte");
        Json.write(release.resolve("scores.json"), List.of(better, SyntheticRun.LOST));
        hashAgain();
        assertThat(VerifyRelease.verify(release))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("README.md: lacks this row of scores.json: ")
                        .contains("1.1000"));
    }

    @Test
    void refusesToPublishPartsThatDoNotFit() throws IOException {
        Path config = run.folder().resolve("tune/model/config.json");
        Files.writeString(config, Files.readString(config).replace("262", "300"));
        assertThatThrownBy(() -> run.release(temporary.resolve("wrong")))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("do not fit each other");
    }

    @Test
    void refusesWhatIsNoFolder() {
        assertThatThrownBy(() -> VerifyRelease.verify(temporary.resolve("nowhere")))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("is no folder");
    }

    private void hashAgain() {
        ReleaseHashes.of(release).write(release);
    }
}
