package dev.ayatori.serve;

import dev.ayatori.track.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A headless Chromium, driven over the WebDriver protocol of the chromedriver beside it. */
final class Browser implements AutoCloseable {
    private static final String STARTED = "was started successfully on port ";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Browser(Process driver, String address, Path profile) {
        this.driver = driver;
        JsonNode created = send("POST", address + "/session", capabilities(profile));
        this.session = address + "/session/" + created.path("sessionId").stringValue();
        send("POST", session + "/timeouts", Map.of("script", 120_000));
    }

    /** Starts a browser with an empty profile. */
    static Browser start(Path profile) throws IOException {
        Process driver = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            int at = line.indexOf(STARTED);
            if (at >= 0) {
                String port = line.substring(at + STARTED.length()).replaceAll("\\D", "");
                Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
                return new Browser(driver, "http://127.0.0.1:" + port, profile);
            }
        }
        throw new IOException("chromedriver ended before it listened; it said: " + said);
    }

    private static Map<String, Object> capabilities(Path profile) {
        List<String> flags = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=en",
                "--window-size=1440,900",
                "--user-data-dir=" + profile);
        Map<String, Object> wanted =
                Map.of("goog:chromeOptions", Map.of("args", flags), "goog:loggingPrefs", Map.of("browser", "ALL"));
        return Map.of("capabilities", Map.of("alwaysMatch", wanted));
    }

    void open(String address) {
        send("POST", session + "/url", Map.of("url", address));
    }

    /** Waits until an expression of JavaScript is true. */
    void await(String condition) {
        String script = "const done = arguments[0]; const look = () => (" + condition
                + ") ? done(true) : setTimeout(look, 20); look();";
        send("POST", session + "/execute/async", Map.of("script", script, "args", List.of()));
    }

    /** The value of an expression of JavaScript. */
    JsonNode value(String expression) {
        return send("POST", session + "/execute/sync", Map.of("script", "return " + expression, "args", List.of()));
    }

    void click(String selector) {
        send("POST", element(selector) + "/click", Map.of());
    }

    void type(String selector, String text) {
        send("POST", element(selector) + "/value", Map.of("text", text));
    }

    /** Presses a key on whatever has the focus. */
    void press(String key) {
        List<Map<String, String>> strokes =
                List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key));
        Map<String, Object> keyboard = Map.of("type", "key", "id", "keyboard", "actions", strokes);
        send("POST", session + "/actions", Map.of("actions", List.of(keyboard)));
    }

    void dark(boolean dark) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        tool("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    void size(int width, int height) {
        tool(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 800));
    }

    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                Base64.getDecoder()
                        .decode(send("GET", session + "/screenshot", Map.of()).stringValue()));
    }

    /** The messages on the console that are errors or warnings. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (JsonNode entry : send("POST", session + "/se/log", Map.of("type", "browser"))) {
            if (List.of("SEVERE", "WARNING").contains(entry.path("level").asString(""))) {
                complaints.add(entry.path("message").asString(""));
            }
        }
        return complaints;
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, Map.of());
        } finally {
            driver.destroy();
            driver.onExit().join();
            client.close();
        }
    }

    private void tool(String command, Map<String, ?> parameters) {
        send("POST", session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    private String element(String selector) {
        JsonNode found = send("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        return session + "/element/" + found.iterator().next().stringValue();
    }

    private JsonNode send(String method, String address, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .method(
                        method,
                        method.equals("POST") ? BodyPublishers.ofString(Json.line(body)) : BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode value = Json.parse(response.body(), JsonNode.class).path("value");
            if (response.statusCode() != 200) {
                throw new AssertionError(body + ": " + value.path("message").asString(""));
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
