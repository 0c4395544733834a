package dev.ayatori.evaluate.task;

import dev.ayatori.tokenizer.ChatFormat;
import dev.ayatori.tokenizer.Tokenizer;
import java.util.stream.IntStream;

/** How a question is put to a model; answers are the same tokens for every way. */
public enum Prompting {
    /** As the model was tuned: {@code <|user|> question <|assistant|>}. */
    CHAT,
    /** As text, for models that know no chat: {@code </s>}, the question, a line break. */
    PLAIN;

    int[] prompt(String question, Tokenizer tokenizer) {
        return switch (this) {
            case CHAT -> new ChatFormat(tokenizer).prompt(question);
            case PLAIN ->
                IntStream.concat(IntStream.of(tokenizer.endOfText()), IntStream.of(tokenizer.encode(question + "\n")))
                        .toArray();
        };
    }
}
