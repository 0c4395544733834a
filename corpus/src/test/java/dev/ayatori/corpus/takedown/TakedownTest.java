package dev.ayatori.corpus.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.SmallCorpus;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.AyatoriException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakedownTest {
    private static final CorpusSettings SETTINGS = SmallCorpus.bounded(Map.of("words", ">= 60"));

    @TempDir
    Path folder;

    private SmallCorpus small() {
        SmallCorpus small = new SmallCorpus(folder);
        for (int i = 0; i < 20; i++) {
            small.add("https://example.org/" + i, SmallCorpus.english(i, 20));
        }
        return small.add("https://mirror.example.org/7", SmallCorpus.english(7, 20))
                .add("https://mirror.example.org/like-7", SmallCorpus.english(7, 20) + " The end is here.");
    }

    @Test
    void takesEveryCopyDownWithTheDocument() throws Exception {
        Artifact corpus = small().build("one", SETTINGS);
        for (String asked : List.of("https://example.org/7", "https://mirror.example.org/like-7")) {
            assertThat(Takedown.of(corpus, asked).targets())
                    .extracting(Takedown.Target::uri)
                    .containsExactlyInAnyOrder(
                            "https://example.org/7",
                            "https://mirror.example.org/7",
                            "https://mirror.example.org/like-7");
        }
        assertThat(Takedown.of(corpus, "https://example.org/8").entries())
                .containsExactly(idOf(corpus, "https://example.org/8"), "https://example.org/8");
    }

    @Test
    void buildsACorpusWithoutThemThatKeepsNothingOfTheirText() throws Exception {
        Artifact before = small().build("two", SETTINGS);
        String id = idOf(before, "https://mirror.example.org/7");
        Takedown takedown = Takedown.of(before, id.substring(0, 8));
        Artifact after = small().build("two", SETTINGS.without(takedown.entries()));
        assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
        assertThat(Corpus.open(after).documents())
                .hasSize(19)
                .noneMatch(document ->
                        document.uri().contains("/7") || document.text().contains(piece()));
        List<Removal> removed = Corpus.open(after).removed().toList();
        assertThat(removed).hasSize(3).allSatisfy(removal -> {
            assertThat(removal.rule()).isEqualTo("takedown");
            assertThat(removal.document().text()).isEmpty();
            assertThat(removal.document().attributes()).isEmpty();
        });
        assertThat(Corpus.open(after).statistics().removed()).containsOnlyKeys("takedown");
    }

    private static String piece() {
        return SmallCorpus.english(7, 20).substring(0, 40);
    }

    @Test
    void keepsAListThatGrowsAndSaysWhy() throws Exception {
        TakedownList list = TakedownList.of(folder);
        assertThat(list.entries()).isEmpty();
        assertThat(list.add(List.of("bb", "aa"), "asked for\nby the author")).containsExactly("aa", "bb");
        assertThat(list.add(List.of("aa", "cc"), "again")).containsExactly("cc");
        assertThat(list.add(List.of("cc"), "again")).isEmpty();
        assertThat(list.entries()).containsExactly("aa", "bb", "cc");
        assertThat(Files.readAllLines(list.file()))
                .containsExactly("# asked for by the author", "aa", "bb", "# again", "cc");
    }

    @Test
    void refusesWhatNamesNoDocumentOrSeveral() throws Exception {
        Artifact corpus = small().build("three", SETTINGS);
        assertThatThrownBy(() -> Takedown.of(corpus, "https://example.org/99"))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("no document of the corpus");
        assertThatThrownBy(() -> Takedown.of(
                        corpus, idOf(corpus, "https://example.org/8").substring(0, 2)))
                .hasMessageContaining("at least 6 of its digits");
    }

    private static String idOf(Artifact corpus, String uri) {
        return Stream.concat(
                        Corpus.open(corpus).documents(),
                        Corpus.open(corpus).removed().map(Removal::document))
                .filter(document -> document.uri().equals(uri))
                .map(Document::id)
                .findFirst()
                .orElseThrow();
    }
}
