package dev.ayatori.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.filter.rule.Filter;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.filter.rule.Verdict;
import dev.ayatori.corpus.filter.view.TextView;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterSettingsTest {
    @TempDir
    private Path folder;

    private WordList list(String name, String... words) throws IOException, NoSuchAlgorithmException {
        Path file = Files.write(folder.resolve(name), List.of(words));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return new WordList(name, file.toString(), HexFormat.of().formatHex(digest));
    }

    @Test
    void setsBoundsAndPresetsOfSingleCollections() {
        FilterSettings settings = new FilterSettings(
                Preset.SWALLOW_V1,
                Map.of("wiki", "llm-jp-wiki"),
                Map.of("characters", ">= 5"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        FilterSet filters = FilterSet.load(settings);
        assertThat(filters.judge("web", "ja", TextView.of("五文字です")))
                .contains(new Verdict("characters", "5", ">= 5", true));
        assertThat(filters.judge("wiki", "ja", TextView.of("字")))
                .extracting(Verdict::filter)
                .containsExactly("visible-characters");
        assertThat(settings.outline("web", "ja")).extracting(Filter::name).contains("longest-sentence");
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> FilterSettings.of(Preset.LLM_JP_V1)).hasMessageContaining("advertising");
        assertThatThrownBy(() -> new FilterSettings(
                        Preset.PILE, Map.of("a", "nothing"), Map.of(), List.of(), List.of(), List.of(), List.of()))
                .hasMessageContaining("fineweb2-ja");
        assertThatThrownBy(() -> new FilterSettings(
                        Preset.PILE, Map.of(), Map.of("no", "<= 1"), List.of(), List.of(), List.of(), List.of()))
                .hasMessageContaining("pile-part");
        assertThatThrownBy(() -> new FilterSettings(
                        Preset.PILE, Map.of(), Map.of("pile-part", "1"), List.of(), List.of(), List.of(), List.of()))
                .hasMessageContaining("0.3 .. 0.7");
        assertThatThrownBy(() -> new WordList("adults", "x", "")).hasMessageContaining("adult");
        WordList changed = new WordList("adult", folder.resolve("missing").toString(), "0".repeat(64));
        assertThatThrownBy(() -> FilterSet.load(new FilterSettings(
                        Preset.PILE, Map.of(), Map.of(), List.of(changed), List.of(), List.of(), List.of())))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void keepsTheJapaneseLinesOfLlmJp() throws IOException, NoSuchAlgorithmException {
        FilterSettings settings = new FilterSettings(
                Preset.LLM_JP_V1,
                Map.of(),
                Map.of(),
                List.of(
                        list("advertising", "特売"),
                        list("adult", "赤札"),
                        list("discrimination", "青札"),
                        list("violence", "黒札")),
                List.of(),
                List.of(),
                List.of());
        FilterSet filters = FilterSet.load(settings);
        assertThat(filters.judgesUntouched("x")).isTrue();
        assertThat(filters.edits("x", "ja")).isTrue();
        assertThat(filters.edits("x", "en")).isFalse();
        assertThat(filters.edited(
                        "English only\nこれは http://a.example/x?y=z 行。\n漢字\n次" + "x".repeat(100) + "の行\nhttps:// と"))
                .isEqualTo("これは  行。次の行https:// と");
        assertThat(filters.edited("http://a.example/日本語も食べる。残る")).isEqualTo("。残る");
        assertThat(filters.judge("x", "ja", TextView.of("特売の赤札")))
                .extracting(Verdict::filter)
                .doesNotContain("opt-out", "valid-domain");
    }
}
