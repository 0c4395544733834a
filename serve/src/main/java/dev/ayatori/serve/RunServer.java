package dev.ayatori.serve;

import dev.ayatori.serve.api.CorpusHandlers;
import dev.ayatori.serve.api.RunHandlers;
import dev.ayatori.serve.api.SearchHandlers;
import dev.ayatori.serve.http.Answers;
import dev.ayatori.serve.http.ApiError;
import dev.ayatori.serve.openai.OpenAiHandlers;
import dev.ayatori.serve.run.FolderRun;
import dev.ayatori.serve.run.Run;
import dev.ayatori.track.AyatoriException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One run in the browser and behind an OpenAI-compatible API, until it is closed. */
public final class RunServer implements AutoCloseable {
    private static final int LARGEST_REQUEST = 1 << 20;
    /** Scripts and styles from this server only; nothing inline, so no text of a document can ever run. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Kept here, for the level is lost when nobody holds the logger: starting and stopping is for the caller to tell. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private final WebServer server;
    private final Run run;
    private final OpenAiHandlers openAi;

    private RunServer(ServeSettings settings, Run run) {
        HELIDON.setLevel(Level.WARNING);
        this.run = run;
        this.openAi = new OpenAiHandlers(run);
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .maxPayloadSize(LARGEST_REQUEST)
                .shutdownHook(false)
                .routing(this::routing)
                .build();
    }

    /**
     * Starts serving.
     *
     * @throws AyatoriException naming the port and the remedy when the port is in use, or the folder when it is no run
     */
    public static RunServer start(ServeSettings settings) {
        return start(settings, new FolderRun(settings.runFolder()));
    }

    /** Starts serving a run that is already open; closing the server closes it. */
    static RunServer start(ServeSettings settings, Run run) {
        RunServer server = new RunServer(settings, run);
        try {
            requireFree(settings);
            server.server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
        openAi.close();
        run.close();
    }

    private void routing(HttpRouting.Builder routing) {
        Answers.errors(routing);
        routing.addFilter(RunServer::protect)
                .register("/api", new RunHandlers(run), new CorpusHandlers(run), new SearchHandlers(run))
                .register("/v1", openAi)
                .register("/", new PageFiles())
                .any((request, response) -> {
                    throw ApiError.notFound(
                            "there is nothing at " + request.path().path(), "not_found");
                });
    }

    private static void protect(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
        chain.proceed();
    }

    /** Asks for the port first, for the web server's own answer names neither port nor remedy. */
    private static void requireFree(ServeSettings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (BindException e) {
            throw new AyatoriException(
                    "cannot listen on %s port %d: %s; `--port N` takes another port, 0 any free one"
                            .formatted(settings.host(), settings.port(), e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
