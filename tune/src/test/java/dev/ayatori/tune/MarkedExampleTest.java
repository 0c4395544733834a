package dev.ayatori.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tune.instruction.Example;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkedExampleTest {

    private static final LetterTokenizer TOKENIZER = new LetterTokenizer();
    private static final MarkedExample EXAMPLE =
            MarkedExample.of(new Example("ab", "cde", "d", "en"), new ChatFormat(TOKENIZER));

    @Test
    void asksAndAnswersInTheChatFormat() {
        assertThat(EXAMPLE.tokens()).containsExactly(4, 'a', 'b', 5, 'c', 'd', 'e', TOKENIZER.endOfText());
        assertThat(EXAMPLE.length()).isEqualTo(8);
    }

    @Test
    void marksExactlyTheAnswerAndTheEnd() {
        Sequence sequence = EXAMPLE.filledUp(12, 3);
        assertThat(sequence.tokens())
                .startsWith(EXAMPLE.tokens())
                .endsWith(3, 3, 3, 3)
                .hasSize(12);
        assertThat(IntStream.range(0, 12).filter(i -> sequence.counted()[i])).containsExactly(4, 5, 6, 7);
    }

    @Test
    void fillsUpNothingWhereItFitsExactly() {
        assertThat(EXAMPLE.filledUp(8, 3).tokens()).isEqualTo(EXAMPLE.tokens());
    }
}
