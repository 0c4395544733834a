package dev.ayatori.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.pretrain.SequenceFile.Sequence;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tune.instruction.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static final int PADDING = 3;

    @Test
    void marksExactlyTheAnswerAndTheEnd() {
        LetterTokenizer tokenizer = new LetterTokenizer();
        MarkedExample example = MarkedExample.of(new Example("ab", "cde", "d", "en"), new ChatFormat(tokenizer));
        assertThat(example.tokens())
                .containsExactly(
                        tokenizer.user(), 'a', 'b', tokenizer.assistant(), 'c', 'd', 'e', tokenizer.endOfText());

        Sequence packed =
                new Packing(15, PADDING).pack(List.of(example, example)).getFirst();
        assertThat(counted(packed)).containsExactly(4, 5, 6, 7, 12, 13, 14, 15);
    }

    @Property(tries = 200)
    void keepsEveryExampleWholeAndInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        Packing packing = new Packing(40, PADDING);
        List<MarkedExample> examples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int length = 2 + random.nextInt(39);
            int[] tokens = random.ints(length, 10, 99).toArray();
            examples.add(new MarkedExample(tokens, 1 + random.nextInt(length - 1)));
        }
        List<Sequence> packed = packing.pack(examples);

        assertThat(packed).allMatch(sequence -> sequence.tokens().length == 41 && sequence.counted().length == 41);
        assertThat(packed.stream()
                        .flatMapToInt(sequence -> Arrays.stream(sequence.tokens()))
                        .filter(t -> t != PADDING))
                .containsExactlyElementsOf(examples.stream()
                        .flatMapToInt(example -> Arrays.stream(example.tokens()))
                        .boxed()
                        .toList());
        int answers = examples.stream()
                .mapToInt(example -> example.length() - example.answerFrom())
                .sum();
        assertThat(packed.stream()
                        .mapToInt(sequence -> counted(sequence).length)
                        .sum())
                .isEqualTo(answers);
        assertThat(packed).noneMatch(sequence -> sequence.counted()[0]);
    }

    @Test
    void tellsWhatDoesNotFit() {
        Packing packing = new Packing(8, PADDING);
        assertThat(packing.fits(new MarkedExample(new int[9], 1))).isTrue();
        assertThat(packing.fits(new MarkedExample(new int[10], 1))).isFalse();
        assertThat(packing.pack(List.of())).isEmpty();
    }

    private static int[] counted(Sequence sequence) {
        return IntStream.range(0, sequence.counted().length)
                .filter(i -> sequence.counted()[i])
                .toArray();
    }
}
