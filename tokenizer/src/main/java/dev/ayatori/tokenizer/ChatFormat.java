package dev.ayatori.tokenizer;

import dev.ayatori.tokenizer.chat.ChatTemplate;
import dev.ayatori.tokenizer.chat.ChatTemplate.Message;
import dev.ayatori.tokenizer.chat.Marked;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Lays conversations out as tokens by a chat template.
 *
 * <p>Symbols are found only in what the template itself writes, so no text a user types can forge them.
 */
public final class ChatFormat {
    /** Our layout: {@code <|user|> question <|assistant|> answer </s>}. */
    private static final String JINJA = "{% for message in messages %}"
            + "{% if message['role'] == 'user' %}{{ '<|user|>' + message['content'] }}"
            + "{% elif message['role'] == 'assistant' %}{{ '<|assistant|>' + message['content'] + '</s>' }}"
            + "{% else %}{{ raise_exception('role must be user or assistant, but is ' + message['role']) }}"
            + "{% endif %}{% endfor %}"
            + "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

    private final Tokenizer tokenizer;
    private final ChatTemplate template;
    /** What the template may name, such as {@code bos_token}. */
    private final Map<String, String> names;

    private final Map<String, Integer> symbols;

    /** Our own layout. */
    public ChatFormat(Tokenizer tokenizer) {
        this(tokenizer, ChatTemplate.of(JINJA), Map.of());
    }

    /**
     * The layout of a template.
     *
     * @param names what it may name, such as {@code bos_token}
     */
    public ChatFormat(Tokenizer tokenizer, ChatTemplate template, Map<String, String> names) {
        this.tokenizer = tokenizer;
        this.template = template;
        this.names = Map.copyOf(names);
        this.symbols = tokenizer.symbols();
    }

    /** The tokens of a conversation, up to where an answer begins if one is wanted. */
    public int[] conversation(List<Message> messages, boolean forAnswer) {
        return encode(template.render(messages, forAnswer, names));
    }

    /** The tokens before the answer to a question. */
    public int[] prompt(String question) {
        return conversation(List.of(new Message("user", question)), true);
    }

    /** The tokens of an answer and its end, as they follow a prompt. */
    public int[] answer(String text) {
        int[] all = conversation(List.of(new Message("assistant", text)), false);
        int[] opening = conversation(List.of(), true);
        if (Arrays.mismatch(all, opening) != opening.length) {
            throw new IllegalStateException("the chat template writes an answer differently from what it asks for");
        }
        return Arrays.copyOfRange(all, opening.length, all.length);
    }

    /** The layout as a Hugging Face {@code chat_template}. */
    public String jinja() {
        return template.jinja();
    }

    private int[] encode(Marked text) {
        IntStream.Builder ids = IntStream.builder();
        String all = text.text();
        int from = 0;
        for (int at = 0; at < all.length(); ) {
            String symbol = symbolAt(text, at);
            if (symbol.isEmpty()) {
                at++;
                continue;
            }
            IntStream.of(tokenizer.encode(all.substring(from, at))).forEach(ids);
            ids.add(Objects.requireNonNull(symbols.get(symbol)));
            at += symbol.length();
            from = at;
        }
        IntStream.of(tokenizer.encode(all.substring(from))).forEach(ids);
        return ids.build().toArray();
    }

    /** The longest symbol the template writes at a place, or nothing. */
    private String symbolAt(Marked text, int at) {
        String longest = "";
        if (!text.isOwn(at, at + 1)) {
            return longest;
        }
        for (String symbol : symbols.keySet()) {
            if (symbol.length() > longest.length()
                    && text.text().startsWith(symbol, at)
                    && text.isOwn(at, at + symbol.length())) {
                longest = symbol;
            }
        }
        return longest;
    }
}
