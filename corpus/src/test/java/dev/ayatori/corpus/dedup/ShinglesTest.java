package dev.ayatori.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShinglesTest {
    @Test
    void wordsAreRunsOfLettersAndSingleKanji() {
        assertThat(Shingles.ofWords("the thread, the", 1)).hasSize(3);
        assertThat(Shingles.ofWords("the thread, the", 1)[0]).isEqualTo(Shingles.ofWords("the", 1)[0]);
        assertThat(Shingles.ofWords("糸と指abc", 1)).hasSize(4);
        assertThat(Shingles.ofWords("a b c d", 3)).hasSize(2);
        assertThat(Shingles.ofWords("", 5)).hasSize(1);
    }
}
