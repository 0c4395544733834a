package dev.ayatori.serve.run;

import dev.ayatori.track.MetricPoint;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A run as it stands now; whatever is not finished yet is absent and may be there at the next question. */
public interface Run extends AutoCloseable {

    /** The run's name. */
    String name();

    /** Every stage in the order of the way of the data, finished or not. */
    List<StageView> stages();

    /** The names of the metrics a stage wrote, sorted. */
    List<String> metricNames(String stage);

    /** The values of one metric by rising step. */
    List<MetricPoint> metrics(String stage, String name);

    /** The content of {@code scores.json}. */
    Optional<JsonNode> scores();

    /** The corpus. */
    Optional<CorpusShelf> corpus();

    /** The index over the corpus. */
    Optional<Overlap> index();

    /** The names of the models that can write, in the order of {@link #models}; none of them is opened for this. */
    List<String> modelNames();

    /** The models that can write, the best first: the tuned one, then the pretrained one. */
    List<TextModel> models();

    @Override
    void close();
}
