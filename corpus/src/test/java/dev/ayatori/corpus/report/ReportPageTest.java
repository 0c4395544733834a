package dev.ayatori.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.Corpus;
import dev.ayatori.corpus.CorpusStatistics;
import dev.ayatori.corpus.SmallCorpus;
import dev.ayatori.corpus.Tally;
import dev.ayatori.track.Artifact;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {
    private static final String HOSTILE = "</p></li><script>alert('x')</script><img src=x onerror=\"alert(1)\">"
            + "<style>*{display:none}</style>\u202e\u0007 &amp; ";

    private CorpusStatistics statistics;
    private String html;
    private Document page;

    @BeforeAll
    void build(@TempDir Path folder) throws Exception {
        SmallCorpus small = new SmallCorpus(folder);
        for (int i = 0; i < 60; i++) {
            small.add("https://example.org/" + i, SmallCorpus.english(i, 3 + i % 20));
        }
        small.add("https://example.org/?\"><script>alert(2)</script>", HOSTILE.repeat(3));
        small.add("https://example.org/copy", SmallCorpus.english(59, 3 + 59 % 20));
        Artifact corpus = small.build("one", SmallCorpus.bounded(Map.of("words", ">= 100")));
        statistics = Corpus.open(corpus).statistics();
        html = ReportPage.of(CorpusReport.of(corpus, 50), "<b>run</b>");
        page = Jsoup.parse(html);
    }

    @Test
    void tellsTheFunnelThatAddsUp() {
        List<Element> rows = page.select(".funnel tbody tr");
        long read = number(rows.getFirst());
        long kept = number(rows.getLast());
        long removed = rows.subList(1, rows.size() - 1).stream()
                .mapToLong(ReportPageTest::number)
                .sum();
        assertThat(read).isEqualTo(statistics.read().documents()).isEqualTo(62);
        assertThat(kept).isEqualTo(statistics.kept().documents()).isPositive();
        assertThat(removed).isEqualTo(read - kept);
        assertThat(rows.stream().map(row -> row.select("th").getFirst().ownText()))
                .contains("words", "exact-duplicate");
    }

    private static long number(Element row) {
        return Long.parseLong(row.select("td.removed").text().replaceAll("\\D", ""));
    }

    @Test
    void drawsEveryMeasuredDocumentAndTheThreshold() {
        Element words = page.select("figure").stream()
                .filter(figure -> figure.select("figcaption b").text().equals("words"))
                .findFirst()
                .orElseThrow();
        assertThat(words.select(".bound").text()).isEqualTo("≥ 100");
        assertThat(words.select("line.threshold")).hasSize(1);
        long drawn = words.select("g title").stream()
                .mapToLong(title -> Arrays.stream(title.text().split(","))
                        .mapToLong(part -> Long.parseLong(part.replaceAll("\\D", "")))
                        .sum())
                .sum();
        long english = statistics.languages().entrySet().stream()
                .filter(language -> language.getKey().equals("en"))
                .mapToLong(language -> language.getValue().read().documents())
                .sum();
        assertThat(drawn).isEqualTo(english);
    }

    @Test
    void namesWhatRemovedMostAndWhatEachSourceLost() {
        String lead = page.select("header").text();
        assertThat(lead).contains("dropped", "of 62 documents that were read", "by words");
        long words = statistics.removed().getOrDefault("words", Tally.NONE).documents();
        assertThat(page.select("th[scope=row]:contains(words " + words + ")")).isNotEmpty();
        assertThat(page.select(".funnel tr.minus:contains(words) td.bound").text())
                .contains("≥ 100");
    }

    @Test
    void letsNothingOfADocumentBecomeMarkup() {
        assertThat(page.select("script, img, link, iframe, object, embed, form, a, base"))
                .isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")
                                || attribute.getKey().equals("src")
                                || attribute.getKey().equals("href")));
        assertThat(page.text()).contains("<script>alert('x')</script>", "\"><script>alert(2)</script>", "<b>run</b>");
        assertThat(html).doesNotContain("\u202e", "\u0007").doesNotContain("http-equiv=\"refresh\"");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
    }

    @Test
    void showsExamplesOfEveryRuleWithValueAndThreshold() {
        assertThat(page.select("details.rule summary b").eachText())
                .containsExactlyInAnyOrderElementsOf(statistics.removed().keySet());
        assertThat(page.select("details.rule").stream()
                        .filter(rule -> rule.select("summary b").text().equals("words"))
                        .findFirst()
                        .orElseThrow()
                        .select("li .small")
                        .text())
                .contains("should be ≥ 100");
    }
}
