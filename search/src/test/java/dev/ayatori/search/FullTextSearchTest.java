package dev.ayatori.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullTextSearchTest {
    @Test
    void findsJapaneseWordsInAnotherForm() {
        try (TestIndex test = TestIndex.withFullText("データベースに接続しました。", "糸を指に取って遊ぶ。")) {
            assertThat(ids(test.index().text("取る", 5))).containsExactly("id1");
            assertThat(ids(test.index().text("ﾃﾞｰﾀﾍﾞｰｽ", 5))).containsExactly("id0");
        }
    }

    @Test
    void findsEnglishWordsWhateverTheirCaseWidthAndEnding() {
        try (TestIndex test = TestIndex.withFullText("Returns the connected café clients", "糸")) {
            assertThat(ids(test.index().text("CONNECTING", 5))).containsExactly("id0");
            assertThat(ids(test.index().text("ｃｌｉｅｎｔ cafe", 5))).containsExactly("id0");
        }
    }

    @Test
    void ranksTheDocumentWithMoreOfTheQueryFirst() {
        try (TestIndex test = TestIndex.withFullText("接続の設定。", "データベースの接続の設定。", "遊び")) {
            assertThat(ids(test.index().text("データベース 接続", 5))).containsExactly("id1", "id0");
            assertThat(ids(test.index().text("データベース 接続", 1))).containsExactly("id1");
            assertThat(ids(test.index().text("接続 -データベース", 5))).contains("id0");
        }
    }

    @Test
    void showsTheExcerptWithMostWordsOfTheQuery() {
        String filler = "空の文。".repeat(100);
        try (TestIndex test = TestIndex.withFullText("接続。" + filler + "データベースに接続する。" + filler)) {
            TextHit hit = test.index().text("データベース 接続", 1).getFirst();
            assertThat(hit.excerpt()).contains("データベースに接続する").hasSizeLessThanOrEqualTo(160);
            assertThat(hit.offset()).isEqualTo(3 + filler.length() - 30);
        }
    }

    @Test
    void takesEveryInputAsAQuery() {
        try (TestIndex test = TestIndex.withFullText("糸", "指")) {
            for (String query : List.of("", " ", "\"", "(", "+-|", "*", "糸~", "\uD842", "( \" 糸")) {
                assertThat(test.index().text(query, 5)).as(query).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void tellsWhenTheIndexHasNoFullText() {
        try (TestIndex test = TestIndex.exact(List.of("糸"))) {
            assertThatThrownBy(() -> test.index().text("糸", 1))
                    .isInstanceOf(AyatoriException.class)
                    .hasMessageContaining("fullText: true");
        }
    }

    private static List<String> ids(List<TextHit> hits) {
        return hits.stream().map(hit -> hit.document().id()).toList();
    }
}
