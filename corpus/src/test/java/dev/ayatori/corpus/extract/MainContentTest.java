package dev.ayatori.corpus.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MainContentTest {
    private static final String PROSE = "あやとりは一本の糸を輪にして、指にかけながら川や橋や箒などの形を作っていく遊びであり、世界の各地に似たものがある。";

    @Test
    void setsHeadingsParagraphsListsAndTablesAsPlainText() {
        String html = """
                <html lang="JA"><title>あやとり</title><body><main>
                <h1>あやとり</h1>
                <p>%s</p>
                <ul><li>川を作る。</li><li>橋を作る。</li></ul>
                <table><tr><th>形</th><th>手数</th></tr><tr><td>川</td><td>4</td></tr></table>
                <dl><dt>箒</dt><dd>一人で作る形である。</dd></dl>
                <pre>  for (x)
                    y();</pre>
                </main></body></html>""".formatted(PROSE);
        Extraction extraction = MainContent.extract(html);
        assertThat(extraction.text())
                .isEqualTo("あやとり\n\n" + PROSE
                        + "\n\n- 川を作る。\n- 橋を作る。\n\n形\t手数\n川\t4\n\n箒\n一人で作る形である。\n\n  for (x)\n    y();");
        assertThat(extraction.title()).isEqualTo("あやとり");
        assertThat(extraction.language()).isEqualTo("ja");
    }

    @Test
    void dropsWhatElementsAndRolesCallBoilerplate() {
        String html = "<body><nav>Home</nav><div role=navigation>Menu here</div><header>Site</header><p>" + PROSE
                + "</p><div style='display: none'>unseen</div><aside>Also</aside><footer>Rights</footer></body>";
        Extraction extraction = MainContent.extract(html);
        assertThat(extraction.text()).isEqualTo(PROSE);
        assertThat(extraction.blocks())
                .extracting(Block::dropped)
                .containsExactly(
                        "element nav",
                        "role navigation",
                        "element header",
                        "",
                        "hidden",
                        "element aside",
                        "element footer");
    }

    @Test
    void dropsMenusThatOnlyTheirLinksBetray() {
        String menu = links("項目", 12);
        Extraction extraction =
                MainContent.extract("<body>" + menu + "<h1>題</h1><p>" + PROSE + "</p>" + menu + "<p>© 2024</p></body>");
        assertThat(extraction.text()).startsWith("題\n\n" + PROSE).doesNotContain("項目");
        assertThat(extraction.blocks().getFirst().dropped()).startsWith("list of links: 12 of 12");
    }

    @Test
    void keepsAShortListOfLinksThatAParagraphIntroduces() {
        String html = "<main><p>" + PROSE + "</p><ul><li><a href='#a'>get</a></li><li><a href='#b'>put</a></li>"
                + "<li><a href='#c'>size</a></li></ul><p>" + PROSE + "</p></main>";
        assertThat(MainContent.extract(html).text()).contains("- get\n- put\n- size");
    }

    @Test
    void findsNothingOnAPageThatOnlyPointsToOthers() {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "<dt><a href='p%d.html'>name%d</a> - in <a href='c.html'>Class</a></dt><dd>%s</dd>"
                        .formatted(i, i, "短い説明。"))
                .collect(Collectors.joining());
        assertThat(MainContent.extract("<main><h1>Index</h1><dl>" + rows + "</dl></main>")
                        .text())
                .isEmpty();
    }

    @Test
    void dropsTablesThatTurnPages() {
        String turning =
                "<table><tr><td><a accesskey=p href='1.html'>前へ</a></td><th>章</th><td><a accesskey=n href='3.html'>次へ</a></td></tr></table>";
        assertThat(MainContent.extract("<body>" + turning + "<p>" + PROSE + "</p>" + turning)
                        .text())
                .isEqualTo(PROSE);
    }

    @Test
    void keepsAShortDescriptionBelowTheHeadingThatTheTitleRepeats() {
        String html = "<title>DateUtil (core API)</title><body>" + links("Menu", 8)
                + "<h2>Class DateUtil</h2><div>日付ユーティリティ。</div>" + links("Other", 8) + "</body>";
        assertThat(MainContent.extract(html).text()).isEqualTo("Class DateUtil\n\n日付ユーティリティ。");
    }

    @Test
    void dropsHeadingsWithNothingBelow() {
        String html = "<main><h1>題</h1><p>" + PROSE + "</p><h2>関連</h2>" + links("関連項目", 5) + "</main>";
        assertThat(MainContent.extract(html).text()).isEqualTo("題\n\n" + PROSE);
    }

    @Test
    void joinsJapaneseAcrossLineBreaksOfTheSourceAndKeepsSpacesOfOthers() {
        String html = "<main><p>糸を\n  輪にする。 Two\nwords, 糸 と 輪。 Ayatori\nは遊び。</p></main>";
        assertThat(MainContent.extract(html).text()).isEqualTo("糸を輪にする。 Two words, 糸 と 輪。 Ayatori は遊び。");
    }

    @Test
    void leavesOutReadingsAboveKanji() {
        String html = "<main><p><ruby>綾取<rt>あやとり</rt></ruby>は糸の遊びで、世界の各地に似たものがある。</p></main>";
        assertThat(MainContent.extract(html).text()).startsWith("綾取は糸");
    }

    @Test
    void givesForEveryBlockItsPlaceInTheTree() {
        Extraction extraction = MainContent.extract("<main><div><p>一。</p><p>" + PROSE + "</p></div></main>");
        assertThat(extraction.blocks()).extracting(Block::path).containsExactly("main/div[1]/p[1]", "main/div[1]/p[2]");
    }

    @Test
    void readsThePageInTheEncodingItNames() {
        byte[] page = ("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><main><p>" + PROSE)
                .getBytes(Charset.forName("windows-31j"));
        Extraction extraction = MainContent.extract(page, "");
        assertThat(extraction.text()).isEqualTo(PROSE);
        assertThat(extraction.charset()).isEqualTo("windows-31j");
    }

    @Test
    void survivesPagesThatAreNoHtml() {
        assertThat(MainContent.extract("").text()).isEmpty();
        assertThat(MainContent.extract("<<<>><table><tr><td></tr></p>").text()).isNotNull();
        assertThat(MainContent.extract("<div>".repeat(5000) + PROSE).text()).contains("あやとり");
    }

    private static String links(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<li><a href='page%d.html'>%s%d</a></li>".formatted(i, name, i))
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }
}
