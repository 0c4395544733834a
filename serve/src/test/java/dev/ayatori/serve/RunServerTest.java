package dev.ayatori.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ayatori.track.AyatoriException;
import dev.ayatori.track.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RunServerTest {
    private final SampleRun run = new SampleRun();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private RunServer server;

    @BeforeEach
    void start() {
        server = RunServer.start(new ServeSettings(folder, 0, "127.0.0.1"), run);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void tellsTheStagesWithTheirLineage() throws Exception {
        JsonNode view = json(get("/api/run"));
        assertThat(view.path("name").stringValue()).isEqualTo("sample");
        assertThat(view.path("stages")).hasSize(9);
        JsonNode pretrain = view.path("stages").get(4);
        assertThat(pretrain.path("name").stringValue()).isEqualTo("pretrain");
        assertThat(pretrain.path("inputs").get(0).path("name").stringValue()).isEqualTo("shards");
        assertThat(pretrain.path("contentHash").stringValue()).isNotEmpty();
    }

    @Test
    void givesCurvesByStageAndName() throws Exception {
        assertThat(json(get("/api/metrics?stage=pretrain")).path("names")).hasSize(4);
        JsonNode curve = json(get("/api/metrics?stage=pretrain&name=validation-loss"));
        assertThat(curve.path("steps").get(0).longValue()).isEqualTo(50);
        assertThat(curve.path("values")).hasSize(8);
    }

    @Test
    void countsAndFindsAnySubstring() throws Exception {
        String query = URLEncoder.encode("文字列が<b>", StandardCharsets.UTF_8);
        JsonNode found = json(get("/api/search?q=" + query));
        assertThat(found.path("count").longValue()).isEqualTo(128);
        assertThat(found.path("hits").get(0).path("match").stringValue()).isEqualTo("文字列が<b>");
        assertThat(found.path("hits").get(0).path("document").path("licence").stringValue())
                .isEqualTo("Apache-2.0");
    }

    @Test
    void tracesATextAndSaysThatOverlapIsNoProof() throws Exception {
        JsonNode trace = json(post("/api/trace", Json.line(java.util.Map.of("text", SampleRun.ANSWER))));
        assertThat(trace.path("meaning").stringValue()).contains("does not show that these documents caused");
        assertThat(trace.path("spans").get(0).path("documents").get(0).path("steps"))
                .hasSize(3);
    }

    @Test
    void showsADocumentAndSaysWhenThereIsNone() throws Exception {
        JsonNode document = json(get("/api/documents/" + SampleRun.PAGE.id()));
        assertThat(document.path("attributes").path("symbols").stringValue()).isEqualTo("0.031");
        HttpResponse<String> none = get("/api/documents/ffff");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("there is no document ffff");
    }

    @Test
    void completesText() throws Exception {
        JsonNode answer = json(post("/v1/completions", "{\"prompt\":\"判定\",\"max_tokens\":5,\"stop\":\"文\"}"));
        assertThat(answer.path("object").stringValue()).isEqualTo("text_completion");
        assertThat(answer.path("choices").get(0).path("text").stringValue()).isEqualTo("指定された");
        assertThat(answer.path("choices").get(0).path("finish_reason").stringValue())
                .isEqualTo("length");
        assertThat(answer.path("usage").path("total_tokens").intValue()).isEqualTo(7);
    }

    @Test
    void endsAtAStopTextThatIsNotPartOfTheAnswer() throws Exception {
        JsonNode answer = json(post(
                "/v1/chat/completions",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"何?\"}],\"stop\":[\"文字\",\"zzz\"]}"));
        JsonNode choice = answer.path("choices").get(0);
        assertThat(choice.path("message").path("content").stringValue()).isEqualTo("指定された");
        assertThat(choice.path("message").path("role").stringValue()).isEqualTo("assistant");
        assertThat(choice.path("finish_reason").stringValue()).isEqualTo("stop");
    }

    @Test
    void streamsPiecesThatJoinToTheWholeAnswer() throws Exception {
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"何?\"}]}],"
                + "\"stream\":true,\"stream_options\":{\"include_usage\":true}}";
        HttpResponse<String> response = post("/v1/chat/completions", body);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        StringBuilder joined = new StringBuilder();
        String[] events = response.body().split("\n\n");
        for (String event : events) {
            if (event.startsWith("data: {")) {
                JsonNode delta = Json.parse(event.substring(6), JsonNode.class)
                        .path("choices")
                        .path(0)
                        .path("delta");
                joined.append(delta.path("content").asString(""));
            }
        }
        assertThat(joined.toString()).isEqualTo(SampleRun.ANSWER);
        assertThat(events[events.length - 1]).isEqualTo("data: [DONE]");
        assertThat(events[events.length - 2]).contains("\"completion_tokens\":" + SampleRun.ANSWER.length());
    }

    @Test
    void stopsWritingWhenTheReaderHasGone() throws Exception {
        HttpResponse<InputStream> response = client.send(
                request("/v1/completions")
                        .POST(BodyPublishers.ofString("{\"prompt\":\"a\",\"max_tokens\":4096,\"stream\":true}"))
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(body.read()).isEqualTo('d');
        }
        JsonNode next = json(post("/v1/completions", "{\"prompt\":\"a\",\"max_tokens\":1}"));
        assertThat(next.path("choices").get(0).path("text").stringValue()).isEqualTo("指");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"prompt":"a","temperature":3}          | temperature | temperature must be a number between
                    {"prompt":"a","max_tokens":0}           | max_tokens  | max_tokens must be a whole number between
                    {"prompt":"a","max_tokens":"many"}      | max_tokens  | max_tokens must be a whole number between
                    {"prompt":"a","top_p":0}                | top_p       | top_p must be above 0
                    {"prompt":"a","n":2}                    | n           | n must be a whole number between 1 and 1
                    {"prompt":"a","seed":1.5}               | seed        | seed must be a whole number
                    {"prompt":"a","stop":[1]}               | stop        | stop must be a text
                    {"prompt":"a","stream":"yes"}           | stream      | stream must be true or false
                    {"prompt":"a","logprobs":3}             | logprobs    | logprobs is not supported
                    {"prompt":["a","b"]}                    | prompt      | prompt must be one text
                    {"messages":[]}                         | prompt      | prompt must be one text
                    """)
    void refusesAWrongFieldByName(String body, String field, String message) throws Exception {
        HttpResponse<String> response = post("/v1/completions", body);
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = Json.parse(response.body(), JsonNode.class).path("error");
        assertThat(error.path("param").stringValue()).isEqualTo(field);
        assertThat(error.path("message").stringValue()).startsWith(message);
        assertThat(error.path("type").stringValue()).isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[{\"role\":\"system\",\"content\":\"a\"}]}",
                "{\"messages\":[{\"role\":\"assistant\",\"content\":\"a\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}",
                "{\"messages\":\"hello\"}",
                "[1]",
                "{"
            })
    void refusesAConversationThatIsNone(String body) throws Exception {
        assertThat(post("/v1/chat/completions", body).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAPromptLongerThanTheContextAndAModelThatIsNotThere() throws Exception {
        HttpResponse<String> tooLong = post("/v1/completions", "{\"prompt\":\"" + "あ".repeat(64) + "\"}");
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("context_length_exceeded", "has 64 tokens", "at most 63");
        HttpResponse<String> unknown = post("/v1/completions", "{\"prompt\":\"a\",\"model\":\"gpt-9\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("there is no model gpt-9; there is [sample-tuned]");
    }

    @Test
    void saysThatThereIsNoModelYet() throws Exception {
        run.withModel = false;
        HttpResponse<String> response = post("/v1/completions", "{\"prompt\":\"a\"}");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("stage pretrain is not finished");
        assertThat(json(get("/v1/models")).path("data")).isEmpty();
    }

    @Test
    void namesThePortInUseAndTheRemedy() {
        assertThatThrownBy(() -> RunServer.start(new ServeSettings(folder, server.port(), "127.0.0.1")))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("port " + server.port())
                .hasMessageContaining("--port N");
    }

    @Test
    void servesAFolderThatHoldsNothingYet() throws Exception {
        try (RunServer empty = RunServer.start(new ServeSettings(folder, 0, "127.0.0.1"))) {
            JsonNode view = json(get(empty, "/api/run"));
            assertThat(view.path("stages").get(0).path("state").stringValue()).isEqualTo("WAITING");
            assertThat(json(get(empty, "/api/metrics?stage=pretrain")).path("names"))
                    .isEmpty();
            assertThat(get(empty, "/api/corpus").statusCode()).isEqualTo(503);
            assertThat(get(empty, "/api/scores").body()).contains("when stage evaluate is finished");
        }
    }

    @Test
    void refusesAFolderThatDoesNotExist() {
        assertThatThrownBy(() -> RunServer.start(ServeSettings.of(folder.resolve("none"))))
                .isInstanceOf(AyatoriException.class)
                .hasMessageContaining("there is no run");
    }

    @ParameterizedTest
    @CsvSource({"/,text/html", "/app.js,text/javascript", "/style.css,text/css", "/vendor/uplot.js,text/javascript"})
    void servesThePageWithAPolicyThatRunsNothingInline(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing.js", "/../RunServer.class", "/web/index.html", "/api/none", "/v1/none"})
    void servesNothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(server, path);
    }

    private HttpResponse<String> get(RunServer from, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + from.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body(), JsonNode.class);
    }
}
