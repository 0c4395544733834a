package dev.ayatori.model.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.model.LlamaShape;
import dev.ayatori.model.ModelShape;
import dev.ayatori.model.preset.ModelSettings.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

    @ParameterizedTest
    @CsvSource({
        "gpt2-124m, 124439808",
        "gpt2-355m, 354823168",
        "gpt2-774m, 774030080",
        "gpt2-1.5b, 1557611200",
        "llm-jp-1.3b, 1316605952",
        "llm-jp-13b, 12855592960"
    })
    void countsWhatIsPublished(String preset, long parameters) {
        assertThat(Presets.of(preset).parameters()).isEqualTo(parameters);
    }

    /** The model cards of LLM-jp-3 count parameters with and without the two embedding matrices. */
    @ParameterizedTest
    @CsvSource({
        "llm-jp-3-150m, 101874688, 50344448",
        "llm-jp-3-440m, 203749376, 243303424",
        "llm-jp-3-980m, 305624064, 684258816",
        "llm-jp-3-1.8b, 407498752, 1459718144",
        "llm-jp-3-3.7b, 611248128, 3171068928",
        "llm-jp-3-7.2b, 814997504, 6476271616",
        "llm-jp-3-13b, 1018746880, 12688184320",
        "llm-jp-3-172b, 2444992512, 169947181056"
    })
    void countsWhatTheCardsOfLlmJp3Count(String preset, long embedding, long others) {
        ModelShape shape = Presets.of(preset);
        assertThat(2L * shape.vocabulary() * shape.width()).isEqualTo(embedding);
        assertThat(shape.parameters()).isEqualTo(embedding + others);
    }

    @Test
    void has175BillionParametersInThePresetOfThatName() {
        assertThat(Presets.of("llm-jp-175b").parameters()).isBetween(175_000_000_000L, 176_000_000_000L);
    }

    @Test
    void namesTheNearestPreset() {
        assertThatThrownBy(() -> ModelSettings.of("llm-jp-13B5"))
                .hasMessageStartingWith(
                        "preset cannot be \"llm-jp-13B5\"; did you mean \"llm-jp-13b\"? allowed: quickstart");
    }

    @Test
    void changesWhatIsGivenAndDerivesTheRest() {
        ModelSettings small = new ModelSettings("llm-jp-3-150m", 2, 64, 4, 2, 0, 128, 300, Head.TIED, 0.5, 0);
        LlamaShape shape = (LlamaShape) small.shape(280);
        assertThat(shape.hidden()).isEqualTo(256);
        assertThat(shape.headWidth()).isEqualTo(16);
        assertThat(shape.vocabulary()).isEqualTo(300);
        assertThat(shape.tiedHead()).isTrue();
        assertThat(shape.details().rotary().share()).isEqualTo(0.5);
        assertThat(shape.details().rotary().theta()).isEqualTo(10_000);
    }

    @Test
    void takesTheVocabularyOfTheTokenizerInTheQuickstart() {
        assertThat(ModelSettings.defaults().shape(777).vocabulary()).isEqualTo(777);
    }

    @Test
    void refusesAVocabularySmallerThanTheTokenizer() {
        assertThatThrownBy(() -> ModelSettings.of("gpt2-124m").shape(60_000))
                .hasMessage("vocabulary must be at least the tokenizer's 60000 pieces, but is 50257; "
                        + "set model.vocabulary to 60000 or more");
    }

    @Test
    void refusesHeadsThatDoNotDivide() {
        assertThatThrownBy(() -> new ModelSettings("gpt2-124m", 0, 100, 3, 0, 0, 0, 0, Head.PRESET, 0, 0).shape(1))
                .hasMessage("heads must divide width, but heads is 3 and width is 100");
        assertThatThrownBy(() -> new ModelSettings("llm-jp-3-150m", 0, 100, 3, 0, 0, 0, 0, Head.PRESET, 0, 0).shape(1))
                .hasMessage("heads must divide width, but heads is 3 and width is 100");
    }

    @Test
    void refusesRotationOfAGpt2() {
        assertThatThrownBy(() -> new ModelSettings("gpt2-124m", 0, 0, 0, 0, 0, 0, 0, Head.PRESET, 0.25, 0).shape(1))
                .hasMessage("rotaryShare is for Llama, but the preset \"gpt2-124m\" is a GPT-2; leave it out");
    }
}
