package dev.ayatori.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ayatori.evaluate.language.TokenScorer;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.Tokenizer;
import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceTaskTest {

    private final Tokenizer tokenizer = new CharacterTokenizer(60_000);

    /** Finds a token likelier when it stood before: answers that repeat the name gain from the question. */
    private static final class Repeating implements TokenScorer {
        private final List<int[]> seen = new ArrayList<>();

        @Override
        public int longestSequence() {
            return 200;
        }

        @Override
        public double[] logProbabilities(int[] tokens) {
            seen.add(tokens);
            return logs(tokens);
        }

        private static double[] logs(int[] tokens) {
            return IntStream.range(1, tokens.length)
                    .mapToDouble(i -> {
                        IntPredicate same = before -> tokens[before] == tokens[i];
                        return IntStream.range(0, i).anyMatch(same) ? -1 : -3;
                    })
                    .toArray();
        }
    }

    @Test
    void choosesTheAnswerThatTheQuestionMakesLikelier() {
        Repeating model = new Repeating();
        ChoiceResult result = new ChoiceTask(tokenizer, Prompting.CHAT)
                .choose(model, List.of(item(2)))
                .getFirst();
        assertThat(result.choice()).isEqualTo(2);
        assertThat(result.isCorrect()).isTrue();
    }

    @Test
    void scoresAnswersByTheGainOverThePremise() {
        Repeating model = new Repeating();
        ChoiceResult result = new ChoiceTask(tokenizer, Prompting.CHAT)
                .choose(model, List.of(item(2)))
                .getFirst();
        ChatFormat format = new ChatFormat(tokenizer);
        for (int answer = 0; answer < 4; answer++) {
            String text = item(2).answers().get(answer);
            double gain = answerLog(format, item(2).question(), text) - answerLog(format, item(2).premise(), text);
            assertThat(result.scores().get(answer)).isCloseTo(gain, within(1e-12));
        }
    }

    @Test
    void asksEachThingOnce() {
        Repeating model = new Repeating();
        new ChoiceTask(tokenizer, Prompting.PLAIN).choose(model, List.of(item(0), item(2)));
        assertThat(model.seen).hasSize(8);
        assertThat(model.seen).allMatch(tokens -> tokens[0] == tokenizer.endOfText());
        assertThat(model.seen).allMatch(tokens -> tokens[tokens.length - 1] == tokenizer.endOfText());
    }

    @Test
    void takesTheFirstOfEqualScores() {
        assertThat(new ChoiceResult(item(0), List.of(1.0, 2.0, 2.0, 0.0)).choice())
                .isEqualTo(1);
    }

    @Test
    void readsTheItemsThatTuningWrites(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("choices.jsonl");
        Files.writeString(file, Json.line(item(1)) + "\n" + Json.line(item(3)) + "\n");
        assertThat(ChoiceItem.read(file)).containsExactly(item(1), item(3));
        Files.writeString(file, "{broken\n");
        assertThatThrownBy(() -> ChoiceItem.read(file))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("choices.jsonl")
                .hasMessageContaining("--from tune");
    }

    @Test
    void overlapCountsTheTrigramsOfTheName() {
        assertThat(LexicalOverlap.overlap("ListUtil", "Works on a list.")).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(LexicalOverlap.overlap("Ab", "ab")).isZero();
        assertThat(LexicalOverlap.choose(List.of(item(2))).getFirst().choice()).isEqualTo(2);
    }

    private double answerLog(ChatFormat format, String question, String answer) {
        int[] tokens = IntStream.concat(IntStream.of(format.prompt(question)), IntStream.of(format.answer(answer)))
                .toArray();
        double[] logs = Repeating.logs(tokens);
        double sum = 0;
        for (int i = logs.length - format.answer(answer).length; i < logs.length; i++) {
            sum += logs[i];
        }
        return sum;
    }

    private static ChoiceItem item(int correct) {
        return new ChoiceItem(
                "p.Qzxw",
                "Qzxw",
                "p",
                "?Qzxw",
                "?",
                List.of("aaaa", "bcd", "the Qzxw", "efghijkl"),
                correct,
                "en",
                "d",
                "d",
                "train");
    }
}
