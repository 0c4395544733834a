package dev.ayatori.serve.openai;

import dev.ayatori.serve.openai.Completion.Choice;
import dev.ayatori.serve.openai.Completion.Said;
import dev.ayatori.serve.openai.Completion.Usage;
import dev.ayatori.serve.run.TextModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays one answer out for its endpoint, whole or in pieces, always under the same id. */
final class AnswerShape {
    private final boolean chat;
    private final String id;
    private final String model;
    private final String fingerprint;
    private final long created = System.currentTimeMillis() / 1000;

    AnswerShape(boolean chat, TextModel model) {
        this.chat = chat;
        this.id = (chat ? "chatcmpl-" : "cmpl-") + UUID.randomUUID().toString().replace("-", "");
        this.model = model.id();
        this.fingerprint = "ayatori-"
                + model.contentHash()
                        .substring(0, Math.min(12, model.contentHash().length()));
    }

    /** The whole answer at once. */
    Completion whole(String text, String finish, Usage usage) {
        Choice choice = chat
                ? new Choice(0, null, new Said("assistant", text), null, finish)
                : new Choice(0, text, null, null, finish);
        return completion(chat ? "chat.completion" : "text_completion", List.of(choice), usage);
    }

    /** What a stream opens with: in a chat, who speaks. */
    List<Completion> opening() {
        return chat ? List.of(piece(new Said("assistant", ""), "", null)) : List.of();
    }

    /** The next piece of a stream. */
    Completion piece(String text) {
        return piece(new Said(null, text), text, null);
    }

    /** The piece that tells why the stream ended. */
    Completion last(String finish) {
        return piece(new Said(null, null), "", finish);
    }

    /** The piece that counts the tokens, for clients that asked for it. */
    Completion usage(Usage usage) {
        return completion(chat ? "chat.completion.chunk" : "text_completion", List.of(), usage);
    }

    private Completion piece(Said delta, String text, @Nullable String finish) {
        Choice choice = chat ? new Choice(0, null, null, delta, finish) : new Choice(0, text, null, null, finish);
        return completion(chat ? "chat.completion.chunk" : "text_completion", List.of(choice), null);
    }

    private Completion completion(String object, List<Choice> choices, @Nullable Usage usage) {
        return new Completion(id, object, created, model, fingerprint, choices, usage);
    }
}
