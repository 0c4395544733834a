package dev.ayatori.track;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What decides whether a stage's folder belongs to the stage as it is asked for now. */
record StageKey(String name, int revision, JsonNode settings, List<Input> inputs) {
    static StageKey of(Stage stage, List<Input> inputs) {
        return new StageKey(stage.name(), stage.revision(), Json.tree(stage.settings()), List.copyOf(inputs));
    }

    /** The same with other settings. */
    StageKey with(JsonNode others) {
        return new StageKey(name, revision, others, inputs);
    }

    /** Whether both stand for the same work; settings compare by canonical form, for 1 read from a file is an int or a long. */
    boolean sameAs(StageKey other) {
        return Json.canonical(this).equals(Json.canonical(other));
    }
}
