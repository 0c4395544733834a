package dev.ayatori.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON request, each checked when it is read. */
public final class Fields {
    private final JsonNode tree;

    /** The fields of a JSON object. */
    public Fields(JsonNode tree) {
        this.tree = tree;
    }

    /** The value of a field as it stands, absent when missing or null. */
    public Optional<JsonNode> node(String name) {
        JsonNode node = tree.path(name);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    /** A text that must be there. */
    public String text(String name) {
        return node(name)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElseThrow(() -> ApiError.invalid(name, name + " must be a text"));
    }

    /** A text, absent when missing. */
    public Optional<String> optionalText(String name) {
        return node(name).map(present -> text(name));
    }

    /** A number within bounds. */
    public double number(String name, double otherwise, double low, double high) {
        JsonNode node = node(name).orElse(null);
        if (node == null) {
            return otherwise;
        }
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= low && value <= high)) {
            throw ApiError.invalid(
                    name, "%s must be a number between %s and %s, but is %s".formatted(name, low, high, node));
        }
        return value;
    }

    /** A whole number within bounds. */
    public int count(String name, int otherwise, int low, int high) {
        JsonNode node = node(name).orElse(null);
        if (node == null) {
            return otherwise;
        }
        if (!node.canConvertToInt() || node.intValue() < low || node.intValue() > high) {
            throw ApiError.invalid(
                    name, "%s must be a whole number between %d and %d, but is %s".formatted(name, low, high, node));
        }
        return node.intValue();
    }

    /** A whole number of any size, absent when missing. */
    public Optional<Long> whole(String name) {
        return node(name).map(node -> {
            if (!node.canConvertToLong() || !node.isIntegralNumber()) {
                throw ApiError.invalid(name, name + " must be a whole number, but is " + node);
            }
            return node.longValue();
        });
    }

    /** Yes or no; no when missing. */
    public boolean flag(String name) {
        return node(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw ApiError.invalid(name, name + " must be true or false, but is " + node);
                    }
                    return node.booleanValue();
                })
                .orElse(false);
    }

    /** One text or several. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node(name).ifPresent(node -> {
            for (JsonNode each : node.isArray() ? node : List.of(node)) {
                if (!each.isString()) {
                    throw ApiError.invalid(name, name + " must be a text or a list of texts, but holds " + each);
                }
                texts.add(each.stringValue());
            }
        });
        return texts;
    }

    /** The objects of a list that must be there and must not be empty. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        node(name).filter(JsonNode::isArray).ifPresent(list -> list.forEach(each -> objects.add(new Fields(each))));
        if (objects.isEmpty()) {
            throw ApiError.invalid(name, name + " must be a list with at least one object");
        }
        return objects;
    }

    /** The fields of an object that may be missing. */
    public Fields object(String name) {
        return new Fields(tree.path(name));
    }
}
