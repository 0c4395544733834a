package dev.ayatori.corpus.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.track.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParagraphRuleTest {
    @TempDir
    Path folder;

    /** Strange paragraphs are written x, others dots; those that go, a minus. */
    private static String left(int run, String text) {
        boolean[] strange = new boolean[text.length()];
        IntStream.range(0, strange.length).forEach(i -> strange[i] = text.charAt(i) == 'x');
        boolean[] gone = new ParagraphRule(1000, run, 0).gone(strange);
        return IntStream.range(0, gone.length)
                .mapToObj(i -> gone[i] ? "-" : text.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    @Test
    void takesRunsOfStrangeParagraphsAndThoseAtBothEnds() {
        assertThat(left(3, "..x..xx..")).isEqualTo("..x..xx..");
        assertThat(left(3, "..xxx...xxxx.")).isEqualTo("..---...----.");
        assertThat(left(3, "xx.....x")).isEqualTo("--.....-");
        assertThat(left(3, "..x.xxx..")).isEqualTo("..-.---..");
        assertThat(left(3, ".x...xxx.x.")).isEqualTo(".x...---.x.");
        assertThat(left(1, ".x.x")).isEqualTo(".-.-");
        assertThat(left(2, "")).isEmpty();
    }

    @Test
    void cutsParagraphsAndLeavesOtherTextsAsTheyAre() throws Exception {
        Path arpa = Files.writeString(
                folder.resolve("small.arpa"),
                "\\data\\\nngram 1=3\n\n\\1-grams:\n-4 <unk>\n-0.5 </s>\n-0.5 thread\n\n\\end\\\n");
        NgramModel model = NgramModel.read(arpa, TextUnit.WORDS, Progress.silent());
        ParagraphRule rule = new ParagraphRule(100, 2, 0);
        String text = "thread thread\nthread\n\n\nhome map\n\nlog in\n\nthread";
        assertThat(rule.cut(model, text)).isEqualTo(new ParagraphRule.Cut("thread thread\nthread\n\nthread", 2));
        String plain = "thread\n\n\nhome\n\nthread";
        assertThat(rule.cut(model, plain)).isEqualTo(new ParagraphRule.Cut(plain, 0));
        assertThat(rule.cut(model, "home").text()).isEmpty();
    }
}
