package dev.ayatori.serve.openai;

import dev.ayatori.serve.http.ApiError;
import dev.ayatori.serve.http.Fields;
import dev.ayatori.serve.run.Message;
import dev.ayatori.serve.run.Message.Role;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the messages of a chat request: user and assistant take turns, and the user has the last word. */
final class Conversation {
    private Conversation() {}

    static List<Message> read(Fields fields) {
        List<Message> messages =
                fields.objects("messages").stream().map(Conversation::message).toList();
        for (int i = 0; i < messages.size(); i++) {
            Role expected = i % 2 == 0 ? Role.USER : Role.ASSISTANT;
            if (messages.get(i).role() != expected) {
                throw ApiError.invalid(
                        "messages",
                        "messages[" + i + "] must be of the role " + (expected == Role.USER ? "user" : "assistant")
                                + ": the two take turns");
            }
        }
        if (messages.getLast().role() != Role.USER) {
            throw ApiError.invalid("messages", "the last of the messages must be of the role user");
        }
        return messages;
    }

    private static Message message(Fields fields) {
        return switch (fields.text("role")) {
            case "user" -> new Message(Role.USER, content(fields));
            case "assistant" -> new Message(Role.ASSISTANT, content(fields));
            case String other ->
                throw ApiError.invalid("messages", "the model knows the roles user and assistant, not " + other);
        };
    }

    /** A text, or the list of parts that newer clients send, of which only text can be read. */
    private static String content(Fields fields) {
        if (fields.node("content").filter(JsonNode::isArray).isEmpty()) {
            return fields.text("content");
        }
        StringBuilder content = new StringBuilder();
        for (Fields part : fields.objects("content")) {
            if (!part.text("type").equals("text")) {
                throw ApiError.invalid("messages", "the model reads text only, not " + part.text("type"));
            }
            content.append(part.text("text"));
        }
        return content.toString();
    }
}
