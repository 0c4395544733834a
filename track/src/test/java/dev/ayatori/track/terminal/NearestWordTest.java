package dev.ayatori.track.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    private static final List<String> WORDS = List.of("run", "corpus", "tokenizer", "vocabularySize");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(NearestWord.to("rnu", WORDS)).contains("run");
        assertThat(NearestWord.to("corups", WORDS)).contains("corpus");
        assertThat(NearestWord.to("tokeniser", WORDS)).contains("tokenizer");
        assertThat(NearestWord.to("VOCABULARY_SIZE", WORDS)).contains("vocabularySize");
    }

    @Test
    void findsNothingForAStrangeWord() {
        assertThat(NearestWord.to("zebra", WORDS)).isEmpty();
        assertThat(NearestWord.to("", WORDS)).isEmpty();
    }
}
