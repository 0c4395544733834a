package dev.ayatori.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JsonTest {
    private enum Colour {
        RED
    }

    private record Inner(double rate, Colour colour) {}

    private record Settings(long zebra, String apple, Inner inner, List<Inner> more, Map<String, String> map) {}

    private static final Settings SETTINGS =
            new Settings(12, "りんご \"x\"", new Inner(1e-4, Colour.RED), List.of(new Inner(1, Colour.RED)), Map.of());

    @TempDir
    Path folder;

    @Test
    void sortsKeysInTheCanonicalForm() {
        assertThat(Json.canonical(SETTINGS))
                .isEqualTo("{\"apple\":\"りんご \\\"x\\\"\",\"inner\":{\"colour\":\"RED\",\"rate\":1.0E-4},\"map\":{},"
                        + "\"more\":[{\"colour\":\"RED\",\"rate\":1.0}],\"zebra\":12}");
    }

    @Test
    void keepsTheCanonicalFormThroughAFile() {
        Path file = folder.resolve("settings.json");
        Json.write(file, SETTINGS);
        assertThat(Json.canonical(Json.read(file, JsonNode.class))).isEqualTo(Json.canonical(SETTINGS));
        assertThat(Json.read(file, Settings.class)).isEqualTo(SETTINGS);
    }

    @Test
    void doesNotMindTheOrderOfAMap() {
        Map<String, Integer> one = new LinkedHashMap<>();
        one.put("b", 1);
        one.put("a", 2);
        assertThat(Json.canonical(one)).isEqualTo("{\"a\":2,\"b\":1}");
    }

    @Test
    void namesTheFileThatIsNoJson() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"a\": ");
        assertThatThrownBy(() -> Json.read(file, JsonNode.class))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("broken.json");
    }
}
