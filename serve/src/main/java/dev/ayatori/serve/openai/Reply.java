package dev.ayatori.serve.openai;

import dev.ayatori.serve.http.Answers;
import dev.ayatori.serve.http.EventStream;
import dev.ayatori.serve.openai.Completion.Usage;
import dev.ayatori.serve.run.Written;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Sends one answer while it is written; when its reader leaves, the writing stops. */
final class Reply {
    private static final System.Logger LOG = System.getLogger(Reply.class.getName());

    private final Writing writing;
    private final WritingRequest request;
    private final AnswerShape shape;
    private final int promptTokens;
    private final StopText stop;

    Reply(Writing writing, WritingRequest request, AnswerShape shape, int promptTokens) {
        this.writing = writing;
        this.request = request;
        this.shape = shape;
        this.promptTokens = promptTokens;
        this.stop = new StopText(request.stops());
    }

    void send(ServerResponse response) {
        if (request.stream()) {
            stream(response);
        } else {
            StringBuilder text = new StringBuilder();
            Written written = follow(() -> true, text::append);
            Answers.json(response, shape.whole(text.toString(), finish(written), usage(written)));
        }
    }

    private void stream(ServerResponse response) {
        try (EventStream events = new EventStream(response)) {
            pieces(events);
            events.done();
        } finally {
            writing.stop();
        }
    }

    private void pieces(EventStream events) {
        try {
            shape.opening().forEach(events::send);
            Written written = follow(events::alive, piece -> stopUnless(events.send(shape.piece(piece))));
            events.send(shape.last(finish(written)));
            if (request.usage()) {
                events.send(shape.usage(usage(written)));
            }
        } catch (IllegalStateException e) {
            LOG.log(Level.ERROR, "an answer broke off", e);
            events.send(Answers.failure("the model failed while it wrote; the server's log says why"));
        }
    }

    private void stopUnless(boolean reading) {
        if (!reading) {
            writing.stop();
        }
    }

    /** Hands pieces on until the writer ends, a stop text comes or the reader has gone. */
    private Written follow(BooleanSupplier reading, Consumer<String> onPiece) {
        int pieces = 0;
        while (writing.wanted()) {
            switch (writing.next().orElse(null)) {
                case null -> stopUnless(reading.getAsBoolean());
                case Writing.Text(String text) -> {
                    pieces++;
                    hand(stop.next(text), onPiece);
                    stopUnless(!stop.stopped());
                }
                case Writing.End(Written written) -> {
                    hand(stop.rest(), onPiece);
                    return written;
                }
                case Writing.Failed(Throwable cause) -> throw new IllegalStateException("writing failed", cause);
            }
        }
        return new Written(pieces, false);
    }

    private static void hand(String piece, Consumer<String> onPiece) {
        if (!piece.isEmpty()) {
            onPiece.accept(piece);
        }
    }

    private static String finish(Written written) {
        return written.full() ? "length" : "stop";
    }

    private Usage usage(Written written) {
        return Usage.of(promptTokens, written.tokens());
    }
}
