package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.cli.recipe.Recipe;
import dev.ayatori.corpus.CorpusSettings;
import dev.ayatori.corpus.filter.PerplexityRule;
import dev.ayatori.corpus.filter.PerplexityRule.Cutoffs;
import dev.ayatori.corpus.ngram.ParagraphRule;
import dev.ayatori.corpus.ngram.TextUnit;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NgramCommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine main = Main.commandLine();
        main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return main.execute(arguments);
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    @Test
    void learnsAModelAndTellsPerplexities() throws IOException {
        String text = file("text.txt", "a thread makes a net", "a net holds a thread", "a loop");
        String model = folder.resolve("model.arpa").toString();
        assertThat(execute("corpus", "ngrams", "--order", "3", "--prune", "0,0,1", "--threads", "2", text, model))
                .isZero();
        assertThat(out.toString()).contains("model.arpa knows 6 words").contains("3 lines");

        String lines = file("lines.txt", "a net", "", "a thread holds a loop", "xyzzy xyzzy");
        assertThat(execute("corpus", "perplexity", model, "--lines", lines)).isZero();
        assertThat(out.toString().lines()).hasSize(5).element(2).isEqualTo("1.00000");
        assertThat(execute("corpus", "perplexity", model, "--lines", lines, "--cutoffs", "--json"))
                .isZero();
        String cutoffsOfLines = out.toString();
        Map<?, ?> cutoffs = Json.parse(cutoffsOfLines, Map.class);
        assertThat(cutoffs.get("documents")).isEqualTo(3);
        assertThat((Double) cutoffs.get("head")).isLessThan((Double) cutoffs.get("middle"));

        String records = file(
                "pages.jsonl",
                "{\"body\":\"a net\"}",
                "{\"body\":\"a thread holds a loop\"}",
                "{\"body\":\"xyzzy xyzzy\"}");
        assertThat(execute("corpus", "perplexity", model, "--lines", records, "--text", "body", "--cutoffs", "--json"))
                .isZero();
        assertThat(out.toString()).isEqualTo(cutoffsOfLines);
        assertThat(execute("corpus", "perplexity", model, "--lines", records, "--text", "text"))
                .isNotZero();
        assertThat(err.toString()).contains("line 1 of ").contains("no text in a field \"text\"");
        assertThat(execute("corpus", "perplexity", model, "--lines", lines, "--text", "body"))
                .isNotZero();
        assertThat(err.toString()).contains("line 1 of ").contains("is no JSON record");
    }

    @Test
    void tellsWhatIsWrongWithAModelOrItsSettings() throws IOException {
        String text = file("text.txt", "a");
        assertThat(execute("corpus", "ngrams", "--prune", "1", text, "x.arpa")).isNotZero();
        assertThat(err.toString()).contains("prune must be 0 for single words");
        assertThat(execute("corpus", "ngrams", "--memory", "9999g", text, "x.arpa"))
                .isNotZero();
        assertThat(err.toString()).contains("--memory 9999g is more than").contains("AYATORI_OPTS");
        assertThat(execute("corpus", "perplexity", folder.resolve("none.arpa").toString()))
                .isNotZero();
        assertThat(err.toString()).contains("none.arpa cannot be read").contains("correct its path");
    }

    @Test
    void recipesNameModelsByLanguage() throws IOException {
        String hash = "0".repeat(64);
        String recipe = file(
                "recipe.yaml",
                "corpus:",
                "  filters:",
                "    bounds: {perplexity: \"<= 1500\", perplexity-bucket: \"<= 2\"}",
                "    ngrams:",
                "      - language: ja",
                "        address: ja.arpa.gz",
                "        sha256: \"" + hash + "\"",
                "        unit: characters",
                "        cutoffs: {head: 20, middle: 35}",
                "        paragraphs: {threshold: 1_000_000}");
        CorpusSettings settings =
                Recipe.read(Path.of(recipe), List.of("corpus")).settings("corpus", CorpusSettings.defaults());
        assertThat(settings.filters().ngrams())
                .containsExactly(new PerplexityRule(
                        "ja",
                        "ja.arpa.gz",
                        hash,
                        TextUnit.CHARACTERS,
                        new Cutoffs(20, 35),
                        new ParagraphRule(1_000_000, 3, 0.02)));
    }
}
