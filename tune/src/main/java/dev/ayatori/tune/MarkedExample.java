package dev.ayatori.tune;

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

    int length() {
        return tokens.length;
    }
}
