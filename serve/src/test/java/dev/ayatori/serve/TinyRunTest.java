package dev.ayatori.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ayatori.track.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(Lifecycle.PER_CLASS)
class TinyRunTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private RunServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = RunServer.start(new ServeSettings(TinyRun.make(folder), 0, "127.0.0.1"));
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void readsFinishedStagesFromTheirManifestsAndKnowsTheOthers() throws Exception {
        JsonNode run = get("/api/run");
        assertThat(run.path("name").stringValue()).isEqualTo("tiny");
        assertThat(run.path("models").get(0).stringValue()).isEqualTo("tiny-pretrained");
        JsonNode corpus = run.path("stages").get(1);
        assertThat(corpus.path("state").stringValue()).isEqualTo("DONE");
        assertThat(corpus.path("counts").path("documents").longValue()).isPositive();
        assertThat(corpus.path("inputs").get(0).path("contentHash").stringValue())
                .isEqualTo(run.path("stages").get(0).path("contentHash").stringValue());
        assertThat(run.path("stages").get(8).path("state").stringValue()).isEqualTo("WAITING");
    }

    @Test
    void readsCurvesFromTheStore() throws Exception {
        assertThat(get("/api/metrics?stage=pretrain&name=loss")
                        .path("values")
                        .get(0)
                        .doubleValue())
                .isEqualTo(9.0);
    }

    @Test
    void showsTheFunnelAndEveryFoundDocumentWhole() throws Exception {
        JsonNode statistics = get("/api/corpus").path("statistics");
        long kept = statistics.path("kept").path("documents").longValue();
        assertThat(kept).isPositive();
        JsonNode found = get("/api/search?q=" + URLEncoder.encode("郵便番号の形式", StandardCharsets.UTF_8));
        assertThat(found.path("count").longValue()).isEqualTo(kept);
        for (JsonNode hit : found.path("hits")) {
            String text = get("/api/documents/"
                            + hit.path("document").path("id").stringValue())
                    .path("text")
                    .stringValue();
            assertThat(text.substring(hit.path("offset").intValue())).startsWith("郵便番号の形式");
        }
    }

    @Test
    void tracesASentenceBackToItsPagesAndSteps() throws Exception {
        JsonNode span = post("/api/trace", Map.of("text", "答え: " + TinyRun.SENTENCE))
                .path("spans")
                .get(0);
        assertThat(span.path("text").stringValue()).isEqualTo(TinyRun.SENTENCE);
        JsonNode document = span.path("documents").get(0);
        assertThat(document.path("document").path("licence").stringValue()).isEqualTo("Apache-2.0");
        assertThat(document.path("steps")).isNotEmpty();
    }

    @Test
    void writesTheSameForTheSameSeed() throws Exception {
        Map<String, Object> request = Map.of("prompt", "郵便番号", "max_tokens", 12, "seed", 11, "temperature", 1);
        JsonNode first = post("/v1/completions", request).path("choices");
        assertThat(first.get(0).path("text").stringValue()).isNotEmpty();
        assertThat(post("/v1/completions", request).path("choices")).isEqualTo(first);
    }

    @Test
    void answersAChat() throws Exception {
        JsonNode answer = post(
                "/v1/chat/completions",
                Map.of("messages", new Object[] {Map.of("role", "user", "content", "何?")}, "max_tokens", 4));
        assertThat(answer.path("model").stringValue()).isEqualTo("tiny-pretrained");
        assertThat(answer.path("usage").path("completion_tokens").intValue()).isBetween(1, 4);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofString(Json.line(body)))
                .build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body(), JsonNode.class);
    }
}
