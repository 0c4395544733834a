package dev.ayatori.serve.api;

import dev.ayatori.serve.http.Answers;
import dev.ayatori.serve.http.ApiError;
import dev.ayatori.serve.run.Run;
import dev.ayatori.serve.run.StageView;
import dev.ayatori.track.MetricPoint;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What the run is: its stages, its curves, its scores. */
public final class RunHandlers implements HttpService {
    private final Run run;

    /** The handlers over a run. */
    public RunHandlers(Run run) {
        this.run = run;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/run", (request, response) -> Answers.json(response, view()))
                .get("/metrics", this::metrics)
                .get("/scores", this::scores);
    }

    private record RunView(String name, List<StageView> stages, List<String> models) {}

    private record Names(String stage, List<String> names) {}

    private record Curve(String stage, String name, List<Long> steps, List<Double> values) {}

    private RunView view() {
        return new RunView(run.name(), run.stages(), run.modelNames());
    }

    /** One curve, or the names of the curves of a stage when none is named. */
    private void metrics(ServerRequest request, ServerResponse response) {
        String stage = request.query()
                .first("stage")
                .orElseThrow(() -> ApiError.invalid("stage", "stage is missing: ?stage=pretrain&name=loss"));
        String name = request.query().first("name").orElse("");
        Answers.json(response, name.isEmpty() ? new Names(stage, run.metricNames(stage)) : curve(stage, name));
    }

    private Curve curve(String stage, String name) {
        List<MetricPoint> points = run.metrics(stage, name);
        return new Curve(
                stage,
                name,
                points.stream().map(MetricPoint::step).toList(),
                points.stream().map(MetricPoint::value).toList());
    }

    private void scores(ServerRequest request, ServerResponse response) {
        Answers.json(
                response,
                run.scores().orElseThrow(() -> ApiError.notYet("the scores appear when stage evaluate is finished")));
    }
}
