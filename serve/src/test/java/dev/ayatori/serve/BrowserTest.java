package dev.ayatori.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("full")
class BrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    private final SampleRun run = new SampleRun();

    @TempDir
    Path profile;

    private RunServer server;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        server = RunServer.start(new ServeSettings(profile, 0, "127.0.0.1"), run);
        browser = Browser.start(profile);
        browser.size(1440, 900);
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "run,.lineage .knot",
        "training,.plot canvas",
        "corpus,.bar.kept",
        "evaluation,.score.ours .point",
        "ask,#prompt",
        "search?q=文字列,.hits mark",
        "document/00c0ffee00c0ffee?at=8&length=6,mark#place"
    })
    void showsEverySectionWithoutComplaint(String section, String content) throws IOException {
        String name = section.replaceAll("[?/].*", "");
        show(section, content);
        browser.screenshot(SHOTS.resolve(name + ".png"));
        browser.dark(true);
        show(section, content);
        browser.screenshot(SHOTS.resolve(name + "-dark.png"));
        browser.size(390, 844);
        browser.dark(false);
        show(section, content);
        assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth")
                        .booleanValue())
                .as("%s fits a phone", name)
                .isTrue();
        browser.screenshot(SHOTS.resolve(name + "-phone.png"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void coloursAnAnswerAndOpensTheDocumentsOfASpan() throws IOException {
        show("ask", "#prompt");
        browser.type("#prompt", "何をするメソッドですか。");
        browser.click("#go");
        browser.await("document.querySelector('.answer .span')");
        assertThat(browser.value("document.querySelector('.answer').textContent")
                        .stringValue())
                .isEqualTo(SampleRun.ANSWER);
        assertThat(browser.value("document.querySelectorAll('.answer b').length")
                        .intValue())
                .as("the answer's <b> stays text")
                .isZero();
        browser.click(".answer .span");
        browser.await("!document.querySelector('#panel').hidden");
        String panel =
                browser.value("document.querySelector('#panel').textContent").stringValue();
        assertThat(panel)
                .contains(SampleRun.PAGE.uri(), "Apache-2.0", "nablarch-javadoc", "steps 12, 140, 333")
                .contains("not proof of cause", "判定する。 Returns the")
                .doesNotContain("[object", "undefined", "false");
        browser.await("document.getAnimations().length === 0");
        browser.screenshot(SHOTS.resolve("trace.png"));
        browser.dark(true);
        browser.screenshot(SHOTS.resolve("trace-dark.png"));
        browser.dark(false);
        browser.size(390, 844);
        browser.await("document.getAnimations().length === 0");
        browser.screenshot(SHOTS.resolve("trace-phone.png"));
        browser.size(1440, 900);
        browser.click("#panel .documents a");
        browser.await("document.querySelector('mark#place')");
        assertThat(browser.value("document.querySelector('mark#place').textContent")
                        .stringValue())
                .isEqualTo("指定された文字列が<b>空</b>かどうかを判定する。");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void worksByKeyboardAlone() {
        show("ask", "#prompt");
        browser.await("document.activeElement.id === 'prompt'");
        browser.type("#prompt", "何?\uE007");
        browser.await("document.querySelector('.answer .span')");
        browser.value("document.querySelector('.answer .span').focus()");
        browser.press("\uE007");
        browser.await("!document.querySelector('#panel').hidden");
        browser.press("\uE00C");
        browser.await("document.querySelector('#panel').hidden");
        assertThat(browser.value("document.activeElement.className").stringValue())
                .contains("span");
    }

    @Test
    void saysWhatIsMissingInARunThatHasJustBegun() throws IOException {
        try (RunServer empty = RunServer.start(new ServeSettings(profile, 0, "127.0.0.1"))) {
            for (String section : new String[] {"training", "corpus", "evaluation", "ask"}) {
                browser.open("http://127.0.0.1:" + empty.port() + "/#/" + section);
                browser.await("document.querySelector('.empty')");
            }
            browser.screenshot(SHOTS.resolve("ask-empty.png"));
            browser.open("http://127.0.0.1:" + empty.port() + "/#/run");
            browser.await("document.querySelectorAll('.knot.waiting').length === 9");
            browser.screenshot(SHOTS.resolve("run-empty.png"));
        }
    }

    private void show(String section, String content) {
        browser.open("about:blank");
        browser.open("http://127.0.0.1:" + server.port() + "/#/" + section);
        browser.await("document.querySelector('" + content + "')");
    }
}
