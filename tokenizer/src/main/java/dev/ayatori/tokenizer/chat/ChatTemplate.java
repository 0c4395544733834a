package dev.ayatori.tokenizer.chat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A chat template: how a conversation is laid out as text. */
public final class ChatTemplate {
    /** A role of this form cannot bring anything into a text that its template does not put there. */
    private static final Pattern ROLE = Pattern.compile("[a-z_]{1,32}");

    private final String source;
    private final List<Node> nodes;

    private ChatTemplate(String source) {
        this.source = source;
        this.nodes = Parser.parse(source);
    }

    /** Reads a template; what lies outside of the subset is refused by name and line. */
    public static ChatTemplate of(String jinja) {
        return notTooDeep(() -> new ChatTemplate(jinja));
    }

    /**
     * What someone says.
     *
     * @param role such as user or assistant
     * @param content what is said
     */
    public record Message(String role, String content) {}

    /** The template as it was read. */
    public String jinja() {
        return source;
    }

    /**
     * Lays a conversation out.
     *
     * @param messages in their order
     * @param forAnswer whether the text is to end where an answer begins
     * @param symbols what the template may name, such as {@code bos_token}
     */
    public Marked render(List<Message> messages, boolean forAnswer, Map<String, String> symbols) {
        Map<String, Object> names = new HashMap<>();
        symbols.forEach((name, text) -> names.put(name, Marked.own(text)));
        names.put("messages", messages.stream().map(ChatTemplate::message).toList());
        names.put("add_generation_prompt", forAnswer);
        return notTooDeep(() -> Interpreter.render(nodes, names));
    }

    /** Statements and expressions call each other; one that is nested too deep is refused, not the end of the program. */
    private static <T> T notTooDeep(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError e) {
            throw new TemplateException(1, "it is nested too deep");
        }
    }

    private static Object message(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean plain = ROLE.matcher(message.role()).matches();
        fields.put("role", plain ? Marked.own(message.role()) : Marked.foreign(message.role()));
        fields.put("content", Marked.foreign(message.content()));
        return fields;
    }
}
