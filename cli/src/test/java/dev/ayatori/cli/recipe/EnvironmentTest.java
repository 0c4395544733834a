package dev.ayatori.cli.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Place PLACE = new Place("small.yaml", "");

    private static String filledIn(Map<String, String> variables, String recipe) {
        return new Environment(variables).filledIn(recipe, PLACE);
    }

    @Test
    void fillsInVariablesAndTheirDefaults() {
        assertThat(filledIn(Map.of("DATA", "/mnt/$1"), "a: ${DATA}/x\nb: ${DATA:-data}\n"))
                .isEqualTo("a: /mnt/$1/x\nb: /mnt/$1\n");
        assertThat(filledIn(Map.of(), "b: ${DATA:-../data}/y # $5 {z}\n")).isEqualTo("b: ../data/y # $5 {z}\n");
    }

    @Test
    void namesAVariableThatIsNotSetOrHoldsMoreThanALine() {
        assertThatThrownBy(() -> filledIn(Map.of(), "name: x\nb: ${DATA}\n"))
                .isInstanceOf(RecipeException.class)
                .hasMessage(
                        "small.yaml:2: the variable DATA of the environment is not set; set it to one line of text");
        assertThatThrownBy(() -> filledIn(Map.of("DATA", "a\nb: 1"), "b: ${DATA}\n"))
                .hasMessageContaining("is several lines");
    }
}
