package dev.ayatori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PretrainCommandTest {
    private static final Path RECIPES =
            Path.of(System.getProperty("ayatori.root", "..")).resolve("recipes");

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine main = Main.commandLine();
        main.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return main.execute(arguments);
    }

    private static String recipe(String name) {
        return RECIPES.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"llm-jp-13b.yaml 12,855,592,960", "llm-jp-1.3b.yaml 1,316,605,952"})
    void laysOutTheModelsOfLlmJpToTheParameter(String recipe, String parameters) {
        assertThat(execute("pretrain", "--recipe", recipe(recipe), "--meta")).isZero();
        assertThat(out.toString()).containsPattern("parameters +" + parameters + "\n$");
    }

    @Test
    void plansTheMemoryOfTheGpusThatLlmJpHad() {
        String plan = "--plan --workers 96 --pipeline 8 --zero 1 --recompute 0 --memory 40g";
        assertThat(execute(("pretrain --recipe " + recipe("llm-jp-13b.yaml") + " " + plan).split(" ")))
                .isZero();
        assertThat(out.toString())
                .startsWith(
                        "12,855,592,960 parameters on 96 workers: 8 pipeline stages x 12 data-parallel, ZeRO stage 1")
                .contains("weights", "gradients", "optimizer", "activations", "buffers")
                .containsPattern("(?m)^7 ");
    }

    @Test
    void refusesAPlanThatDoesNotFit() {
        assertThat(execute("pretrain", "--recipe", recipe("llm-jp-13b.yaml"), "--plan", "--memory", "40g"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("too little memory: the largest worker needs ", "but has 40.00 GiB");
    }

    @Test
    void pointsAtAnUnknownPreset() throws Exception {
        Path recipe = Files.writeString(folder.resolve("odd.yaml"), "pretrain:\n  model:\n    preset: llm-jp-31b\n");
        assertThat(execute("pretrain", "--recipe", recipe.toString(), "--meta")).isEqualTo(2);
        assertThat(err.toString())
                .contains("odd.yaml:3:13: preset cannot be \"llm-jp-31b\"; did you mean \"llm-jp-13b\"?");
    }

    @Test
    void tellsThePlanToMachines() {
        assertThat(execute("pretrain", "--recipe", recipe("quickstart.yaml"), "--plan", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"architecture\" : \"gpt2\"", "\"optimizer\" : ");
    }
}
