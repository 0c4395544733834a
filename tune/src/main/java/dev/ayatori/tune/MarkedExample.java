package dev.ayatori.tune;

import dev.ayatori.pretrain.data.Sequence;
import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tune.instruction.Example;
import java.util.Arrays;

/**
 * An example as tokens in the chat format, of which the loss counts the answer and the {@code </s>} after it.
 *
 * @param tokens question and answer
 * @param answerFrom place of the answer's first token
 */
record MarkedExample(int[] tokens, int answerFrom) {

    static MarkedExample of(Example example, ChatFormat format) {
        int[] prompt = format.prompt(example.question());
        int[] answer = format.answer(example.answer());
        int[] tokens = Arrays.copyOf(prompt, prompt.length + answer.length);
        System.arraycopy(answer, 0, tokens, prompt.length, answer.length);
        return new MarkedExample(tokens, prompt.length);
    }

    /**
     * The example alone in a sequence: it stands where the model will be asked, with nothing before it, and sees no
     * other example's answer.
     *
     * @param length tokens of the sequence, at least those of the example
     */
    Sequence filledUp(int length, int padding) {
        int[] filled = Arrays.copyOf(tokens, length);
        Arrays.fill(filled, tokens.length, length, padding);
        boolean[] counted = new boolean[length];
        Arrays.fill(counted, answerFrom, tokens.length, true);
        return new Sequence(filled, counted);
    }

    int length() {
        return tokens.length;
    }
}
