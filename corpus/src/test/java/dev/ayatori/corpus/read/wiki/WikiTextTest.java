package dev.ayatori.corpus.read.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikiTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "茶は[[飲み物]]である。→茶は飲み物である。",
                "[[緑茶|日本の茶]]を[[ほうじ茶 (飲料)|]]に→日本の茶をほうじ茶に",
                "'''茶'''（ちゃ、{{lang|en|tea}}）は→茶（ちゃ、tea）は",
                "茶（{{IPAc|x}}、）は→茶は",
                "茶<ref name=\"a\">[[出典]]</ref>は<ref name=b/>苦い。→茶は苦い。",
                "[[ファイル:a.jpg|thumb|[[茶]]の写真]]茶→茶",
                "茶[[en:Tea]][[Category:飲み物]]→茶",
                "[http://a.example/ 公式サイト]と[http://a.example/]→公式サイトと",
                "A &amp; B&nbsp;C &lt;→A & B C <",
                "x<sup>2</sup>は<br />y→x2は",
                "<nowiki>[[そのまま]]</nowiki>→[[そのまま]]",
                "{{仮リンク|茶道|en|tea ceremony}}→茶道",
                "__NOTOC__本文→本文",
                "A{{要出典|date=2020年}}B→AB",
                "閉じない{{括弧や[[括弧→閉じない括弧や括弧",
                "5 < 6 と a<b→5 < 6 と a<b",
                "l''''amour''→l'amour",
            })
    void readsAsAReaderDoes(String wikitext, String text) {
        assertThat(WikiText.plain(wikitext).split("\n", 2)[0]).isEqualTo(text);
    }

    @Test
    void takesOutTablesWithWhatIsInThem() {
        String table = "前\n{| class=\"wikitable\"\n|-\n! 見出し || {{x|\n|}}\n{| \n| 内\n|}\n| [[茶|緑]]\n|}\n後";
        assertThat(WikiText.plain(table)).isEqualTo("前\n\n後");
    }

    @Test
    void keepsListsAndHeadingsThatHaveContent() {
        String text = "序\n== 種類 ==\n* 緑茶\n** ''煎茶''\n# 紅茶\n== 画像 ==\n[[File:a.png]]\n== 歴史 ==\n=== 古代 ===\n古い。";
        assertThat(WikiText.plain(text)).isEqualTo("序\n\n種類\n\n- 緑茶\n- 煎茶\n- 紅茶\n\n歴史\n\n古代\n\n古い。");
    }

    @Test
    void endsBeforeTheSectionsThatOnlyReferElsewhere() {
        assertThat(WikiText.plain("本文。\n== 脚注 ==\n{{Reflist}}\n== 後 ==\n後。")).isEqualTo("本文。");
        assertThat(WikiText.plain("Text.\n==See also==\n* x")).isEqualTo("Text.");
    }

    @Test
    void isLinearInWhateverNests() {
        String deep = "{{".repeat(100_000) + "[[".repeat(100_000) + "}}".repeat(100_000);
        assertThat(WikiText.plain(deep)).isEmpty();
        assertThat(WikiText.plain("<ref>".repeat(2_000) + "x")).isEqualTo("x");
    }
}
