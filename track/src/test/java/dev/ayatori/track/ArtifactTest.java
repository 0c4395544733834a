package dev.ayatori.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTest {
    @TempDir
    Path runs;

    private Path manifest = Path.of("");

    /** Settings of today. */
    record Figures(int loops, List<String> fingers, Strings strings, String knot) {}

    /** Settings within settings. */
    record Strings(int length, String colour) {}

    private static final Figures DEFAULTS = new Figures(1, List.of("thumb"), new Strings(10, "red"), "none");

    private record Figure() implements Stage {
        @Override
        public String name() {
            return "figure";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Record settings() {
            return new Figures(5, List.of("index", "middle"), new Strings(20, "blue"), "bow");
        }

        @Override
        public List<String> inputs() {
            return List.of();
        }

        @Override
        public StageResult run(StageContext context) {
            return new StageResult("figure", Map.of());
        }
    }

    @BeforeEach
    void produce() throws Exception {
        try (RunFolder run = RunFolder.lock(runs, "one")) {
            manifest = run.produce(new Figure(), new Resources(1, runs), Progress.silent())
                    .artifact()
                    .folder()
                    .resolve("manifest.json");
        }
    }

    @Test
    void tellsTheSettingsItWasMadeWith() {
        assertThat(Artifact.open(runs.resolve("one/figure")).settings(DEFAULTS)).isEqualTo(new Figure().settings());
    }

    @Test
    void takesWhatAnOlderVersionDidNotKnowFromTheDefaults() throws Exception {
        String json = Files.readString(manifest);
        Files.writeString(manifest, json.replaceAll(",\\s*\"(colour|knot)\" : \"[a-z]+\"", ""));
        assertThat(Artifact.open(runs.resolve("one/figure")).settings(DEFAULTS))
                .isEqualTo(new Figures(5, List.of("index", "middle"), new Strings(20, "red"), "none"));
    }

    @Test
    void saysThatSettingsItCannotReadAreThoseOfAnotherVersion() throws Exception {
        Files.writeString(manifest, Files.readString(manifest).replaceAll("\"loops\" : 5", "\"loops\" : \"five\""));
        Artifact artifact = Artifact.open(runs.resolve("one/figure"));
        assertThatThrownBy(() -> artifact.settings(DEFAULTS))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("of another version")
                .hasMessageContaining("--from figure");
    }
}
