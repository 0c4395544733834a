package dev.ayatori.serve.api;

import dev.ayatori.search.Hit;
import dev.ayatori.search.TextHit;
import dev.ayatori.search.Trace;
import dev.ayatori.search.TracedSpan;
import dev.ayatori.serve.http.Answers;
import dev.ayatori.serve.http.ApiError;
import dev.ayatori.serve.http.Fields;
import dev.ayatori.serve.run.Overlap;
import dev.ayatori.serve.run.Run;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What a text has in common with the corpus: counts, places, full text, trace. */
public final class SearchHandlers implements HttpService {
    private static final int LONGEST_QUERY = 2_000;
    private static final int LONGEST_ANSWER = 20_000;

    private final Run run;

    /** The handlers over a run. */
    public SearchHandlers(Run run) {
        this.run = run;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/search", this::search).post("/trace", this::trace);
    }

    private record Found(String query, long count, List<Hit> hits, List<TextHit> text) {}

    private record Traced(String meaning, double coverage, List<TracedSpan> spans) {}

    private void search(ServerRequest request, ServerResponse response) {
        String query = checked("q", request.query().first("q").orElse(""), LONGEST_QUERY);
        int limit = limit(request.query().first("limit").orElse("20"));
        Overlap index = index();
        Answers.json(
                response, new Found(query, index.count(query), index.find(query, limit), index.text(query, limit)));
    }

    private void trace(ServerRequest request, ServerResponse response) {
        Fields fields = Answers.body(request);
        Trace trace = index().trace(checked("text", fields.text("text"), LONGEST_ANSWER));
        Answers.json(response, new Traced(Trace.MEANING, trace.coverage(), trace.spans()));
    }

    private Overlap index() {
        return run.index().orElseThrow(() -> ApiError.notYet("search and trace appear when stage index is finished"));
    }

    private static String checked(String name, String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            throw ApiError.invalid(
                    name,
                    "%s must have between 1 and %d characters, but has %d".formatted(name, longest, text.length()));
        }
        return text;
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]?|100")) {
            throw ApiError.invalid("limit", "limit must be between 1 and 100, but is " + text);
        }
        return Integer.parseInt(text);
    }
}
