package dev.ayatori.serve.api;

import dev.ayatori.corpus.Document;
import dev.ayatori.corpus.Removal;
import dev.ayatori.serve.http.Answers;
import dev.ayatori.serve.http.ApiError;
import dev.ayatori.serve.run.CorpusShelf;
import dev.ayatori.serve.run.Run;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The corpus: its funnel, samples of what was removed, single documents. */
public final class CorpusHandlers implements HttpService {
    private static final int EXCERPT = 400;

    private final Run run;

    /** The handlers over a run. */
    public CorpusHandlers(Run run) {
        this.run = run;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/corpus", (request, response) -> Answers.json(response, view()))
                .get("/documents/{id}", this::document);
    }

    private record CorpusView(JsonNode statistics, List<Sample> removed) {}

    private record Sample(
            String id,
            String uri,
            String title,
            String language,
            String rule,
            String value,
            String threshold,
            String duplicateOf,
            String excerpt) {}

    private CorpusView view() {
        CorpusShelf corpus = corpus();
        return new CorpusView(
                corpus.statistics(),
                corpus.removedSamples().stream().map(CorpusHandlers::sample).toList());
    }

    private static Sample sample(Removal removal) {
        Document document = removal.document();
        return new Sample(
                document.id(),
                document.uri(),
                document.title(),
                document.language(),
                removal.rule(),
                removal.value(),
                removal.threshold(),
                removal.duplicateOf(),
                excerpt(document.text()));
    }

    /** The beginning of a text, never half a character. */
    private static String excerpt(String text) {
        int end = Math.min(EXCERPT, text.length());
        boolean splitsPair = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end);
    }

    private void document(ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        Answers.json(
                response,
                corpus().find(id)
                        .orElseThrow(() ->
                                ApiError.notFound("there is no document " + id + " in the corpus", "no_document")));
    }

    private CorpusShelf corpus() {
        return run.corpus().orElseThrow(() -> ApiError.notYet("the corpus appears when stage corpus is finished"));
    }
}
