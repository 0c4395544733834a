package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.tokenizer.format.HuggingFaceTokenizer;
import dev.ayatori.tokenizer.vocabulary.Piece;
import dev.ayatori.tokenizer.vocabulary.PieceKind;
import dev.ayatori.tokenizer.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokenizerCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTokenizer() {
        HuggingFaceTokenizer.write(
                folder.resolve("tokenizer.json"),
                Vocabulary.ofLearned(List.of(
                        new Piece("ab", -1, PieceKind.NORMAL),
                        new Piece("a", -2, PieceKind.NORMAL),
                        new Piece("\u2581", -2, PieceKind.NORMAL))));
    }

    private int execute(String... arguments) {
        CommandLine main = Main.commandLine();
        main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return main.execute(arguments);
    }

    private String lines(byte[] content) throws IOException {
        return Files.write(folder.resolve("lines.txt"), content).toString();
    }

    @Test
    void encodesAndDecodesByAnyFile() {
        String tokenizer = folder.toString();
        assertThat(execute("tokenizer", "encode", "--tokenizer", tokenizer, "ab a"))
                .isZero();
        assertThat(out).hasToString("262\tab\t0-2\n264\t\u2581\t2-3\n263\ta\t3-4\n");
        assertThat(execute("tokenizer", "decode", "--tokenizer", tokenizer, "262", "264"))
                .isZero();
        assertThat(out.toString()).endsWith("ab \n");
    }

    @Test
    void encodesTheLinesOfAFile() throws IOException {
        String file = lines("ab\n\na </s>".getBytes(StandardCharsets.UTF_8));
        assertThat(execute("tokenizer", "encode", "--tokenizer", folder.toString(), "--lines", file, "--symbols"))
                .isZero();
        assertThat(out.toString().lines()).containsExactly("262", "", "263 264 2");
    }

    @Test
    void refusesLinesThatAreNoUtf8ByNumber() throws IOException {
        String file = lines(new byte[] {'a', '\n', (byte) 0xFF, '\n'});
        assertThat(execute("tokenizer", "encode", "--tokenizer", folder.toString(), "--lines", file))
                .isEqualTo(1);
        assertThat(err.toString()).contains("line 2 of").contains("is no UTF-8").doesNotContain("\tat ");
    }

    @Test
    void refusesArgumentsThatAreNoText() {
        assertThat(execute("tokenizer", "encode", "--tokenizer", folder.toString(), "a\ud800"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the text on the command line is no UTF-8");
        assertThat(execute("tokenizer", "encode", "--tokenizer", folder.toString()))
                .isEqualTo(2);
        assertThat(execute(
                        "tokenizer",
                        "decode",
                        "--tokenizer",
                        folder.resolve("none").toString(),
                        "1"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no tokenizer file");
    }
}
