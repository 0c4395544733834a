package dev.ayatori.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.build.BuildCorpus;
import dev.ayatori.corpus.report.CorpusReport;
import dev.ayatori.corpus.report.ReportPage;
import dev.ayatori.corpus.source.FetchSources;
import dev.ayatori.corpus.source.FileCollection;
import dev.ayatori.corpus.source.ReadSettings;
import dev.ayatori.corpus.source.SourcesSettings;
import dev.ayatori.track.Artifact;
import dev.ayatori.track.Json;
import dev.ayatori.track.Progress;
import dev.ayatori.track.Resources;
import dev.ayatori.track.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code corpus inspect --html} as a browser shows it. */
@Tag("full")
class CorpusPageTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    @TempDir
    Path folder;

    @Test
    void showsWhatWasDroppedAndWhyInLightAndDarkAndOnAPhone() throws Exception {
        Path page = Files.writeString(
                folder.resolve("corpus.html"), ReportPage.of(CorpusReport.of(corpus(), 4), "a small corpus"));
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            browser.size(1280, 1500);
            browser.open(page.toUri().toString());
            assertThat(count(browser, ".funnel tbody tr")).isGreaterThan(4);
            assertThat(count(browser, "figure svg .threshold")).isPositive();
            assertThat(count(browser, "figure svg .by-it")).isPositive();
            browser.screenshot(SHOTS.resolve("corpus-page.png"));

            String rule = "document.querySelector('details.rule:not([open])')";
            assertThat(browser.value(rule + ".querySelector('li').checkVisibility()")
                            .booleanValue())
                    .isFalse();
            browser.click("details.rule:not([open]) summary");
            assertThat(browser.value("[...document.querySelectorAll('details.rule[open] li')].every(it =>"
                                    + " it.checkVisibility() && it.querySelector('.text').textContent.length > 0)")
                            .booleanValue())
                    .isTrue();

            String paper = "getComputedStyle(document.body).backgroundColor";
            String light = browser.value(paper).stringValue();
            browser.dark(true);
            assertThat(browser.value(paper).stringValue()).isNotEqualTo(light);
            browser.screenshot(SHOTS.resolve("corpus-page-dark.png"));
            browser.dark(false);
            browser.size(390, 844);
            assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth")
                            .booleanValue())
                    .as("fits a phone")
                    .isTrue();
            browser.screenshot(SHOTS.resolve("corpus-page-phone.png"));
            assertThat(browser.value("performance.getEntriesByType('resource').length")
                            .intValue())
                    .as("requests")
                    .isZero();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static int count(Browser browser, String selector) {
        return browser.value("document.querySelectorAll('" + selector + "').length")
                .intValue();
    }

    private Artifact corpus() throws Exception {
        List<String> records = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 120; i++) {
            String text = prose(random, 1 + i % 12);
            records.add(record(i, i % 10 == 0 ? text + "\n" + text : text));
            if (i % 15 == 14) {
                records.add(record(1000 + i, text + "。終わり。"));
            }
        }
        records.add(record(2000, "www " + "=".repeat(70) + " こんにちは".repeat(40)));
        records.add(record(2001, "Der Faden liegt auf dem Finger, und die Hand hält ihn fest, bis er wieder fällt."));
        Path file = Files.write(folder.resolve("pages.jsonl"), records);
        FileCollection pages = new FileCollection("pages", "CC0-1.0", file.toString(), "", ReadSettings.defaults());
        Resources resources = new Resources(1, folder.resolve("cache"));
        try (RunFolder run = RunFolder.lock(folder.resolve("runs"), "small")) {
            run.produce(new FetchSources(new SourcesSettings(List.of(), List.of(pages))), resources, Progress.silent());
            return run.produce(new BuildCorpus(CorpusSettings.defaults()), resources, Progress.silent())
                    .artifact();
        }
    }

    private static String record(int number, String text) {
        return Json.line(Map.of("url", "https://a.example/a-rather-long-address/of/page/" + number, "text", text));
    }

    private static String prose(Random random, int sentences) {
        String[] words = {"糸", "指", "橋", "川", "亀", "星", "山", "箒", "塔", "蝶", "網", "月"};
        String[] verbs = {"渡します", "結びます", "外します", "広げます", "取ります", "返します"};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append(words[random.nextInt(words.length)]).append("から").append(1000 + random.nextInt(9000));
            text.append("回も").append(words[random.nextInt(words.length)]);
            text.append("へ糸を").append(verbs[random.nextInt(verbs.length)]).append("。");
        }
        return text.toString();
    }
}
