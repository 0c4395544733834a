package dev.ayatori.corpus.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArpaReaderTest {
    private static final String GOOD = """
            \\data\\
            ngram 1=4
            ngram 2=1

            \\1-grams:
            -1\t<unk>
            -99\t<s>\t-0.5
            -0.5\t</s>
            -0.3\ta\t-0.2

            \\2-grams:
            -0.1\t<s> a

            \\end\\
            """;

    @TempDir
    Path folder;

    private NgramModel read(String text) {
        try {
            Path file = Files.writeString(folder.resolve("theirs.arpa"), text);
            return NgramModel.read(file, TextUnit.WORDS, Progress.silent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void foretellsAsGood(String text) {
        NgramModel model = read(text);
        assertThat(model.perplexity("a").logProbability()).isCloseTo(-0.1 - 0.2 - 0.5, within(1e-12));
        assertThat(model.perplexity("b").logProbability()).isCloseTo(-0.5 - 1 - 0.5, within(1e-12));
    }

    private void refuses(String text, String... says) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("theirs.arpa")
                .hasMessageContainingAll(says);
    }

    @Test
    void readsWhatOtherToolsWrite() {
        foretellsAsGood(GOOD);
        foretellsAsGood("made by another tool\n\n" + GOOD);
        foretellsAsGood(GOOD.replace("\n", "\r\n"));
        foretellsAsGood(GOOD.replace("\t", "  ").replace("ngram 1=4", "ngram  1=   4"));
        foretellsAsGood(GOOD.replace("\n-", "\n\n-"));
        foretellsAsGood(GOOD.replace("-0.3\ta", "-3e-1\ta").replace("-0.2", "-.2"));
        foretellsAsGood(GOOD.replace("<unk>", "<UNK>"));
        foretellsAsGood(GOOD.stripTrailing());
    }

    @Test
    void namesTheLineThatIsBroken() {
        refuses(GOOD.replace("<s> a", "<s>"), "line 12", "is no 2-gram");
        refuses(GOOD.replace("<s> a", "<s> a b"), "line 12", "is no 2-gram");
        refuses(GOOD.replace("\\2-grams:", "\\3-grams:"), "line 11", "next section");
        for (String number : new String[] {"-0.3x", "-", ".", "NaN", "-Infinity", "-0.3f", "-0x1p-2", "--1", "1e"}) {
            refuses(GOOD.replace("-0.3\ta", number + "\ta"), "line 9", "is no 1-gram");
        }
        refuses(GOOD.replace("-0.3\ta", "0.3\ta"), "line 9", "above 0");
        refuses("no model", "is no ARPA file");
    }

    @Test
    void noticesCountsThatAreWrong() {
        refuses(GOOD.replace("1=4", "1=3"), "line 9", "there are 3 1-grams");
        refuses(GOOD.replace("2=1", "2=3"), "line 14", "2 of 3 2-grams are missing");
        refuses(GOOD.replace("1=4", "1=-4"), "line 2", "how many 1-grams");
        refuses(GOOD.replace("1=4", "1=many"), "line 2", "how many 1-grams");
        refuses(GOOD.replace("ngram 2", "ngram 3"), "line 3", "how many 2-grams");
        refuses(GOOD.replace("1=4", "1=400000000000"), "MB outside the heap", "MaxDirectMemorySize");
    }

    @Test
    void noticesWhatWasCutOff() {
        refuses(GOOD.replace("\\end\\\n", ""), "ends in its 2-grams, after line 13: it was cut off");
        refuses(GOOD.substring(0, GOOD.indexOf("-0.1")), "ends in its 2-grams, after line 11");
        refuses(GOOD.substring(0, GOOD.indexOf("\\1-grams")), "ends before its 1-grams, after line 4");
        refuses("", "is no ARPA file");
        assertThatThrownBy(() -> NgramModel.read(folder.resolve("none.arpa"), TextUnit.WORDS, Progress.silent()))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("none.arpa cannot be read");
    }

    @Test
    void readsAFileThatIsCompressedAndLacksUnknownWords() throws Exception {
        Path file = folder.resolve("small.arpa.gz");
        String text = "\\data\\\nngram 1=2\n\n\\1-grams:\n-5e-1 </s>\n-0.3 a\n\n\\end\\\n";
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        NgramModel model = NgramModel.read(file, TextUnit.WORDS, Progress.silent());
        assertThat(model.order()).isEqualTo(1);
        assertThat(model.perplexity("a b").logProbability()).isCloseTo(-0.3 - 100 - 0.5, within(1e-12));
    }
}
