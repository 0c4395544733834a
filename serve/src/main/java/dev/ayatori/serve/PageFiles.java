package dev.ayatori.serve;

import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the web page, and no others: a fixed list of resources of the class path. */
final class PageFiles implements HttpService {
    private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", (request, response) -> send(response, "web/index.html"))
                .get("/vendor/uplot.js", (request, response) -> send(response, UPLOT + "uPlot.esm.js"))
                .get("/vendor/uplot.css", (request, response) -> send(response, UPLOT + "uPlot.min.css"))
                .get("/{name:[a-z]+\\.(?:css|js|svg)}", PageFiles::page);
    }

    private static void page(ServerRequest request, ServerResponse response) {
        send(response, "web/" + request.path().pathParameters().get("name"));
    }

    private static void send(ServerResponse response, String resource) {
        try (InputStream content = open(resource)) {
            if (content == null) {
                response.next();
                return;
            }
            String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
            response.headers().contentType(HttpMediaType.create(type + ";charset=UTF-8"));
            response.header("Cache-Control", "no-cache");
            response.send(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String resource) {
        ClassLoader loader = PageFiles.class.getClassLoader();
        return resource.startsWith("web/")
                ? PageFiles.class.getResourceAsStream(resource)
                : loader.getResourceAsStream(resource);
    }
}
