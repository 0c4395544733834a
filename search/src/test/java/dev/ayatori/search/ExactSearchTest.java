package dev.ayatori.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactSearchTest {
    @Property(tries = 100)
    void countsAndFindsWhatBruteForceFinds(
            @ForAll @Size(max = 5) List<@net.jqwik.api.From("texts") String> texts,
            @ForAll("texts") String other,
            @ForAll("texts") String tail) {
        try (TestIndex test = TestIndex.exact(texts)) {
            List<String> queries = new ArrayList<>(List.of(other, other + tail));
            texts.forEach(text -> queries.addAll(substrings(text)));
            for (String query : queries) {
                if (!query.isEmpty()) {
                    List<String> expected = bruteForce(texts, query);
                    assertThat(test.index().count(query)).as(query).isEqualTo(expected.size());
                    assertThat(test.index().find(query, 1_000))
                            .extracting(hit -> hit.document().id() + "@" + hit.offset() + ":" + hit.match())
                            .containsExactlyElementsOf(expected);
                }
            }
        }
    }

    @Test
    void countsEveryOverlappingOccurrence() {
        try (TestIndex test = TestIndex.exact(List.of("aaaa", "ああああ"))) {
            assertThat(test.index().count("aa")).isEqualTo(3);
            assertThat(test.index().count("あああ")).isEqualTo(2);
        }
    }

    @Test
    void findsNothingAcrossTwoDocuments() {
        try (TestIndex test = TestIndex.exact(List.of("糸を", "取る"))) {
            assertThat(test.index().count("糸を取る")).isZero();
            assertThat(test.index().count("を")).isEqualTo(1);
        }
    }

    @Test
    void neverMatchesHalfASurrogatePair() {
        try (TestIndex test = TestIndex.exact(List.of("𠮷野家"))) {
            assertThat(test.index().count("𠮷")).isEqualTo(1);
            assertThat(test.index().count("𠮷".substring(1))).isZero();
            assertThat(test.index().count("𠮷".substring(0, 1) + "?")).isZero();
        }
    }

    @Test
    void showsTheTextAroundAHitWithinItsDocument() {
        try (TestIndex test = TestIndex.exact(List.of("前の文書", "糸を指に取る", "後の文書"))) {
            assertThat(test.index().find("指", 10))
                    .singleElement()
                    .isEqualTo(new Hit(TestIndex.document(1, true, 0, 0), 2, "糸を", "指", "に取る"));
        }
    }

    @Test
    void findsAtMostTheLimitInTheOrderOfTheDocuments() {
        try (TestIndex test = TestIndex.exact(List.of("bab", "ab", "a"))) {
            assertThat(test.index().find("a", 2))
                    .extracting(hit -> hit.document().id())
                    .containsExactly("id0", "id1");
        }
    }

    @Test
    void refusesAnEmptyTextAndANegativeLimit() {
        try (TestIndex test = TestIndex.exact(List.of("a"))) {
            assertThatThrownBy(() -> test.index().count("")).hasMessageContaining("empty");
            assertThatThrownBy(() -> test.index().find("a", -1)).hasMessageContaining("-1");
        }
    }

    @Test
    void indexesNoDocumentsAndEmptyDocuments() {
        try (TestIndex none = TestIndex.exact(List.of());
                TestIndex empty = TestIndex.exact(List.of("", "a", ""))) {
            assertThat(none.index().documents()).isZero();
            assertThat(empty.index().documents()).isEqualTo(3);
            assertThat(empty.index().find("a", 1).getFirst().document().id()).isEqualTo("id1");
        }
    }

    @Test
    void refusesAFolderWithoutIndexAndOneWhoseFilesDoNotFit(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> SearchIndex.open(folder))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("is no index");
        try (TestIndex test = TestIndex.exact(List.of("abc"))) {
            Files.write(test.folder().resolve("text.bin"), new byte[] {'a', (byte) 0xFF});
            assertThatThrownBy(() -> SearchIndex.open(test.folder()))
                    .isInstanceOf(AyatoriException.class)
                    .hasMessageContaining("do not fit index.json");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "ab", "あ", "糸", "𠮷", "𠮸", "é", " ", "ÿ", "\uFFFD")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    private static List<String> substrings(String text) {
        int[] codePoints = text.codePoints().toArray();
        List<String> substrings = new ArrayList<>();
        for (int from = 0; from < codePoints.length; from++) {
            for (int to = from + 1; to <= codePoints.length; to++) {
                substrings.add(new String(codePoints, from, to - from));
            }
        }
        return substrings;
    }

    private static List<String> bruteForce(List<String> texts, String query) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int at = texts.get(i).indexOf(query);
                    at >= 0;
                    at = texts.get(i).indexOf(query, at + 1)) {
                found.add("id" + i + "@" + at + ":" + query);
            }
        }
        return found;
    }
}
