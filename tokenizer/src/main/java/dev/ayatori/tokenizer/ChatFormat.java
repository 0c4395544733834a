package dev.ayatori.tokenizer;

import java.util.stream.IntStream;

/**
 * Lays questions and answers out as tokens: {@code <|user|> question <|assistant|> answer </s>}.
 *
 * <p>The symbols are put in as ids, so no text a user types can forge them.
 */
public final class ChatFormat {
    private static final String JINJA = "{% for message in messages %}"
            + "{% if message['role'] == 'user' %}{{ '<|user|>' + message['content'] }}"
            + "{% elif message['role'] == 'assistant' %}{{ '<|assistant|>' + message['content'] + '</s>' }}"
            + "{% else %}{{ raise_exception('role must be user or assistant, but is ' + message['role']) }}"
            + "{% endif %}{% endfor %}"
            + "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

    private final Tokenizer tokenizer;

    public ChatFormat(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The tokens before an answer: {@code <|user|>}, the question, {@code <|assistant|>}. */
    public int[] prompt(String question) {
        return IntStream.concat(
                        IntStream.concat(IntStream.of(tokenizer.user()), IntStream.of(tokenizer.encode(question))),
                        IntStream.of(tokenizer.assistant()))
                .toArray();
    }

    /** The tokens of an answer and {@code </s>}. */
    public int[] answer(String text) {
        return IntStream.concat(IntStream.of(tokenizer.encode(text)), IntStream.of(tokenizer.endOfText()))
                .toArray();
    }

    /** The same layout as a Hugging Face {@code chat_template}. */
    public String jinja() {
        return JINJA;
    }
}
