package dev.ayatori.serve.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ayatori.serve.http.Answers;
import dev.ayatori.serve.http.ApiError;
import dev.ayatori.serve.http.Fields;
import dev.ayatori.serve.run.Run;
import dev.ayatori.serve.run.TextModel;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.BiFunction;

/** The endpoints {@code /v1/models}, {@code /v1/completions} and {@code /v1/chat/completions}. */
public final class OpenAiHandlers implements HttpService, AutoCloseable {
    private static final int COMPLETION_TOKENS = 64;
    private static final int CHAT_TOKENS = 256;

    private final Run run;
    private final WritingQueue queue = new WritingQueue();

    /** The endpoints over a run's models. */
    public OpenAiHandlers(Run run) {
        this.run = run;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/models", (request, response) -> Answers.json(response, models()))
                .get(
                        "/models/{id}",
                        (request, response) -> Answers.json(
                                response,
                                Model.of(present(request.path().pathParameters().get("id")))))
                .post("/completions", this::complete)
                .post("/chat/completions", this::chat);
    }

    @Override
    public void close() {
        queue.close();
    }

    private record Models(String object, List<Model> data) {}

    private record Model(
            String id,
            String object,
            long created,
            @JsonProperty("owned_by") String owner) {
        static Model of(String name) {
            return new Model(name, "model", 0, "ayatori");
        }
    }

    private Models models() {
        return new Models("list", run.modelNames().stream().map(Model::of).toList());
    }

    private void complete(ServerRequest request, ServerResponse response) {
        Fields fields = Answers.body(request);
        List<String> prompts = fields.texts("prompt");
        if (prompts.size() != 1) {
            throw ApiError.invalid("prompt", "prompt must be one text, but there are " + prompts.size());
        }
        answer(fields, response, false, (model, all) -> model.text(prompts.getFirst()));
    }

    private void chat(ServerRequest request, ServerResponse response) {
        Fields fields = Answers.body(request);
        answer(fields, response, true, (model, all) -> model.conversation(Conversation.read(all)));
    }

    private void answer(
            Fields fields, ServerResponse response, boolean chat, BiFunction<TextModel, Fields, int[]> prompting) {
        TextModel model = fields.optionalText("model").map(this::named).orElseGet(this::best);
        WritingRequest wanted = WritingRequest.read(fields, model, chat ? CHAT_TOKENS : COMPLETION_TOKENS);
        int[] prompt = prompting.apply(model, fields);
        if (prompt.length >= model.context()) {
            throw ApiError.tooLong(
                    chat ? "messages" : "prompt",
                    "the prompt has %d tokens, but the model %s reads at most %d"
                            .formatted(prompt.length, model.id(), model.context() - 1));
        }
        Writing writing = queue.submit(new WritingQueue.Task(model, prompt, wanted.sampling()));
        new Reply(writing, wanted, new AnswerShape(chat, model), prompt.length).send(response);
    }

    private TextModel best() {
        return run.models().stream().findFirst().orElseThrow(OpenAiHandlers::noModel);
    }

    private TextModel named(String id) {
        String name = present(id);
        return run.models().stream()
                .filter(model -> model.id().equals(name))
                .findFirst()
                .orElseThrow(OpenAiHandlers::noModel);
    }

    private String present(String name) {
        List<String> names = run.modelNames();
        if (names.isEmpty()) {
            throw noModel();
        }
        if (!names.contains(name)) {
            throw ApiError.notFound("there is no model " + name + "; there is " + names, "model_not_found");
        }
        return name;
    }

    private static ApiError noModel() {
        return ApiError.notYet("this run has no model yet: its stage pretrain is not finished");
    }
}
