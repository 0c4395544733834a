package dev.ayatori.corpus.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.corpus.SmallCorpus;
import dev.ayatori.corpus.Tally;
import dev.ayatori.track.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusDiffTest {
    private Path folder = Path.of("");

    private SmallCorpus small(int from) {
        SmallCorpus small = new SmallCorpus(folder);
        for (int i = from; i < 60; i++) {
            small.add("https://example.org/" + i, SmallCorpus.english(i, 3 + i % 20));
        }
        return small;
    }

    private CorpusDiff diff;
    private Set<String> loose = Set.of();
    private Set<String> strict = Set.of();

    @BeforeAll
    void build(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Artifact first = small(0).build("loose", SmallCorpus.bounded(Map.of("words", ">= 60")));
        Artifact second = small(0).build("strict", SmallCorpus.bounded(Map.of("words", ">= 120")));
        loose = kept(first);
        strict = kept(second);
        diff = CorpusDiff.of(first, second, 3);
    }

    private static Set<String> kept(Artifact corpus) {
        return Corpus.open(corpus).documents().map(Document::id).collect(Collectors.toSet());
    }

    @Test
    void tellsWhatATighterThresholdRemoves() {
        assertThat(strict).isNotEmpty().hasSizeLessThan(loose.size());
        assertThat(loose).containsAll(strict);
        assertThat(diff.removed()).containsOnlyKeys("words");
        Change words = diff.removed().getOrDefault("words", Change.NONE);
        assertThat(words.tally().documents()).isEqualTo(loose.size() - strict.size());
        assertThat(words.samples()).hasSize(3).allSatisfy(sample -> {
            assertThat(sample.first())
                    .isEqualTo(new Decision("kept", sample.second().value(), ">= 60"));
            assertThat(sample.second().fate()).isEqualTo("words");
            assertThat(sample.second().threshold()).isEqualTo(">= 120");
            assertThat(Double.parseDouble(sample.second().value())).isBetween(60.0, 119.0);
            assertThat(loose).contains(sample.id());
        });
        assertThat(diff.first().documents()).isEqualTo(loose.size());
        assertThat(diff.second().documents()).isEqualTo(strict.size());
        assertThat(diff.broughtBack()).isEmpty();
        long moved = diff.moved().tally().documents(); // the share for validation is of fewer bytes
        assertThat(diff.same().documents() + moved + words.tally().documents()).isEqualTo(60);
        assertThat(diff.settings()).containsExactly(new SettingsDiff("filters.bounds.words", ">= 60", ">= 120"));
        assertThat(diff.text()).contains("filters.bounds.words: >= 60 -> >= 120", "removed by the second: words");
    }

    @Test
    void tellsWhatALooserThresholdBringsBack() {
        CorpusDiff back = CorpusDiff.of(open("strict"), open("loose"), 0);
        assertThat(back.removed()).isEmpty();
        assertThat(CorpusDiff.of(open("strict"), open("loose"), 1).text())
                .containsPattern("first: words, \\d+ \\(>= 120\\); second: kept, \\d+ \\(>= 60\\)");
        assertThat(back.moved().tally()).isEqualTo(diff.moved().tally());
        assertThat(back.broughtBack().getOrDefault("words", Change.NONE).tally())
                .isEqualTo(diff.removed().getOrDefault("words", Change.NONE).tally());
    }

    @Test
    void tellsWhatOnlyOneOfThemHasRead() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        SmallCorpus more = new SmallCorpus(other);
        more.add("https://example.org/new", SmallCorpus.english(99, 30));
        CorpusDiff disjoint =
                CorpusDiff.of(open("loose"), more.build("more", SmallCorpus.bounded(Map.of("words", ">= 60"))), 1);
        assertThat(disjoint.onlyFirst().values().stream()
                        .mapToLong(change -> change.tally().documents())
                        .sum())
                .isEqualTo(60);
        assertThat(disjoint.onlySecond()
                        .getOrDefault("kept", Change.NONE)
                        .tally()
                        .documents())
                .isEqualTo(1);
        assertThat(disjoint.same()).isEqualTo(Tally.NONE);
    }

    @Test
    void findsNothingBetweenACorpusAndItself() {
        CorpusDiff none = CorpusDiff.of(open("loose"), open("loose"), 1);
        assertThat(none.same().documents()).isEqualTo(60);
        assertThat(none.text().lines()).hasSize(3);
    }

    private Artifact open(String run) {
        return Artifact.open(folder.resolve("runs").resolve(run).resolve("corpus"));
    }

    @Test
    void walksKeptAndRemovedInTheOrderOfIds() {
        try (Fates fates = new Fates(Corpus.open(open("strict")))) {
            String last = "";
            int count = 0;
            while (fates.hasNext()) {
                Removal next = fates.next();
                assertThat(next.document().id()).isGreaterThan(last);
                last = next.document().id();
                count++;
            }
            assertThat(count).isEqualTo(60);
            assertThat(fates.id()).isGreaterThan(last);
        }
    }
}
