package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.track.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        out.reset();
        err.getBuffer().setLength(0);
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return Main.commandLine().setErr(new PrintWriter(err)).execute(arguments);
        } finally {
            System.setOut(before);
        }
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private String trained() throws IOException {
        String examples =
                file("train.txt", "__label__ja 猫 犬", "__label__en cat dog", "__label__ja 犬 鳥", "__label__en dog bird");
        String model = folder.resolve("model.bin").toString();
        assertThat(execute(
                        "corpus", "classifier", "train", examples, model, "--dimensions", "8", "--learning-rate", "1"))
                .isZero();
        return model;
    }

    @Test
    void trainsTestsAndPredicts() throws IOException {
        String model = trained();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("model.bin tells en, ja");

        String held = file("test.txt", "__label__ja 猫 鳥", "__label__en bird cat");
        assertThat(execute("corpus", "classifier", "test", model, held)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("label\texamples\tprecision\trecall\tF1", "macro\t2\t1.0000\t1.0000\t1.0000");
        assertThat(execute("corpus", "classifier", "test", model, held, "--json"))
                .isZero();
        Map<?, ?> report = Json.parse(out.toString(StandardCharsets.UTF_8), Map.class);
        assertThat((Map<?, ?>) report.get("micro")).hasToString("{precision=1.0, recall=1.0, f1=1.0}");

        String lines = file("lines.txt", "dog", "猫");
        assertThat(execute("corpus", "classifier", "predict", model, "--lines", lines, "--best", "2"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("en 0\\.\\d+ ja 0\\.\\d+");
        assertThat(execute("corpus", "classifier", "predict", model, "--lines", lines, "--threshold", "1", "--json"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("[]", "[]");
    }

    @Test
    void tellsWhatIsWrongWithFilesAndOptions() throws IOException {
        String model = trained();
        String plain = file("plain.txt", "no label here", "");
        assertThat(execute("corpus", "classifier", "train", plain, model)).isEqualTo(1);
        assertThat(err.toString()).contains("needs two labels");
        assertThat(execute(
                        "corpus",
                        "classifier",
                        "train",
                        plain,
                        folder.resolve("none/x.bin").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("name a file in a folder that exists");
        assertThat(execute("corpus", "classifier", "train", "none.txt", model)).isEqualTo(1);
        assertThat(err.toString()).contains("none.txt does not exist");
        assertThat(execute("corpus", "classifier", "test", model, plain)).isEqualTo(1);
        assertThat(err.toString()).contains("no line of " + plain + " has a label");
        assertThat(execute("corpus", "classifier", "predict", plain)).isEqualTo(1);
        assertThat(err.toString()).contains(plain + " is no fastText model").doesNotContain("\tat ");
        assertThat(execute("corpus", "classifier", "predict", model, "--best", "0", "--lines", plain))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--best must be at least 1");
        assertThat(execute("corpus", "classifier", "train", plain, model, "--loss", "negative_sampling"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("not trained; take ONE_VERSUS_ALL");
        assertThat(execute("corpus", "classifier", "train", plain, model, "--word-ngram", "2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"--word-ngrams\"?");
    }
}
