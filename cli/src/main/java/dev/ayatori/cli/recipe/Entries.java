package dev.ayatori.cli.recipe;

import dev.ayatori.track.terminal.NearestWord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The entries of a YAML mapping by key, every key known, none twice. */
record Entries(Node node, Place place, Map<String, NodeTuple> tuples) {
    static Entries of(Node node, Place place) {
        if (!(node instanceof MappingNode mapping)) {
            throw place.error(
                    node, (place.path().isEmpty() ? "a recipe" : place.path()) + " must be a mapping (key: value)");
        }
        Map<String, NodeTuple> tuples = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw place.error(tuple.getKeyNode(), "a key must be a word" + place.in());
            }
            if (tuples.put(key.getValue(), tuple) != null) {
                throw place.error(key, "key \"%s\" stands twice%s".formatted(key.getValue(), place.in()));
            }
        }
        return new Entries(node, place, tuples);
    }

    /** Refuses every key that is not among the allowed. */
    Entries only(Collection<String> allowed) {
        tuples.forEach((key, tuple) -> {
            if (!allowed.contains(key)) {
                throw place.error(
                        tuple.getKeyNode(),
                        "unknown key \"%s\"%s%s".formatted(key, place.in(), NearestWord.hint(key, allowed)));
            }
        });
        return this;
    }

    Optional<Node> value(String key) {
        return Optional.ofNullable(tuples.get(key)).map(NodeTuple::getValueNode);
    }
}
