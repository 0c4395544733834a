package dev.ayatori.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.filter.rule.Passage;
import dev.ayatori.corpus.filter.rule.Preset;
import dev.ayatori.corpus.source.PinnedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    private static final String TEXT = "good bad goodbad ばか";

    private static FilterSettings settings(Path folder) throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "bad\nばか\n");
        String sha256 = PinnedFile.at(words).sha256();
        List<WordList> lists = Stream.of("advertising", "adult", "discrimination", "violence")
                .map(name -> new WordList(name, words.toString(), sha256))
                .toList();
        return new FilterSettings(
                Preset.LLM_JP_V1, Map.of(), Map.of("adult-words", "<= 0"), lists, List.of(), List.of(), List.of());
    }

    @Test
    void showsEveryWordThatWasCounted(@TempDir Path folder) throws IOException {
        Evidence evidence = Evidence.of(settings(folder));
        assertThat(evidence.passages("web", "ja", "adult-words", TEXT))
                .containsExactly(new Passage(5, 8), new Passage(13, 16), new Passage(17, 19));
        assertThat(evidence.passages("web", "ja", "kana-at-start", "日本".repeat(40)))
                .containsExactly(new Passage(0, 50));
        assertThat(evidence.passages("web", "ja", "compression", TEXT)).isEmpty();
    }

    @Test
    void showsNothingOnceTheListsAreGone(@TempDir Path folder) throws IOException {
        FilterSettings settings = settings(folder);
        Files.delete(folder.resolve("words.txt"));
        assertThat(Evidence.of(settings).passages("web", "ja", "adult-words", TEXT))
                .isEmpty();
    }
}
