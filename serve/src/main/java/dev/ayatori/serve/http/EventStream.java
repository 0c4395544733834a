package dev.ayatori.serve.http;

import dev.ayatori.track.Json;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Server-sent events: every event leaves at once, and a reader who has gone shows at the next one. */
public final class EventStream implements AutoCloseable {
    private final OutputStream out;
    private boolean open = true;

    /** Begins the stream: the status and the headers are settled from now on. */
    public EventStream(ServerResponse response) {
        response.headers().contentType(HttpMediaType.create("text/event-stream;charset=UTF-8"));
        response.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
        this.out = response.outputStream();
    }

    /** Sends a value as JSON; false when the reader has gone. */
    public boolean send(Object value) {
        return write("data: " + Json.line(value) + "\n\n");
    }

    /** Sends the mark that ends an OpenAI stream. */
    public boolean done() {
        return write("data: [DONE]\n\n");
    }

    /** Sends a comment, which readers skip; it finds out whether the reader is still there. */
    public boolean alive() {
        return write(": waiting\n\n");
    }

    private boolean write(String text) {
        if (open) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException | UncheckedIOException e) {
                open = false;
            }
        }
        return open;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException | UncheckedIOException e) {
            open = false;
        }
    }
}
