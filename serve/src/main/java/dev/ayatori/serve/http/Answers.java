package dev.ayatori.serve.http;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import io.helidon.http.HttpMediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads JSON requests and writes JSON answers and errors. */
public final class Answers {
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());

    private Answers() {}

    /** Sends a value as JSON. */
    public static void json(ServerResponse response, Object value) {
        response.headers().contentType(HttpMediaTypes.JSON_UTF_8);
        response.header("Cache-Control", "no-store");
        response.send(Json.line(value).getBytes(StandardCharsets.UTF_8));
    }

    /** The request's body as a JSON object. */
    public static Fields body(ServerRequest request) {
        try (var content = request.content().inputStream()) {
            JsonNode tree = Json.mapper().readTree(content.readAllBytes());
            if (!tree.isObject()) {
                throw ApiError.invalid("", "the body must be a JSON object");
            }
            return new Fields(tree);
        } catch (JacksonException e) {
            throw ApiError.invalid("", "the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every failure of a handler in OpenAI's error shape. */
    public static void errors(HttpRouting.Builder routing) {
        routing.error(ApiError.class, (request, response, e) -> error(response, e))
                .error(
                        AyatoriException.class,
                        (request, response, e) -> send(response, 503, ErrorBody.of(503, message(e), "", "run")))
                .error(RuntimeException.class, Answers::unexpected);
    }

    /** The error that ends a stream whose answer has begun. */
    public static Object failure(String message) {
        return ErrorBody.of(500, message, "", "internal");
    }

    private static void error(ServerResponse response, ApiError e) {
        send(response, e.status(), ErrorBody.of(e.status(), message(e), e.parameter(), e.code()));
    }

    private static void unexpected(ServerRequest request, ServerResponse response, RuntimeException e) {
        LOG.log(Level.ERROR, request.prologue().method() + " " + request.path().path(), e);
        String message = "the server failed on this request; its log says why";
        send(response, 500, ErrorBody.of(500, message, "", "internal"));
    }

    private static void send(ServerResponse response, int status, ErrorBody body) {
        response.status(Status.create(status));
        json(response, body);
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
