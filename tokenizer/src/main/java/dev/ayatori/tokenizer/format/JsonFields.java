package dev.ayatori.tokenizer.format;

import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a JSON object and names what is wrong with them.
 *
 * @param path where the object stands, such as {@code model.vocab}
 * @param node the object
 */
record JsonFields(String path, JsonNode node) {

    /** An object in a field, or nothing where that is null or missing. */
    JsonFields child(String name) {
        return new JsonFields(path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    boolean isAbsent() {
        return node.isNull() || node.isMissingNode();
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw wrong(name, "a string", value);
        }
        return value.asString();
    }

    String text(String name, String otherwise) {
        JsonNode value = node.path(name);
        return value.isNull() || value.isMissingNode() ? otherwise : text(name);
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = node.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.asBoolean();
    }

    int number(String name, int otherwise) {
        JsonNode value = node.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt()) {
            throw wrong(name, "a whole number", value);
        }
        return value.asInt();
    }

    String type() {
        return text("type");
    }

    /** The text of one character. */
    int character(String name, String otherwise) {
        String text = text(name, otherwise);
        if (text.codePointCount(0, text.length()) != 1) {
            throw wrong(name, "one character", node.path(name));
        }
        return text.codePointAt(0);
    }

    IllegalArgumentException wrong(String name, String expected, JsonNode found) {
        String shown = found.isMissingNode() ? "missing" : found.toString();
        return new IllegalArgumentException("%s must be %s, but is %s"
                .formatted(
                        path.isEmpty() ? name : path + "." + name,
                        expected,
                        shown.length() > 80 ? shown.substring(0, 80) + "…" : shown));
    }

    IllegalArgumentException unsupported(String what) {
        return new IllegalArgumentException(path + ": " + what + " is not supported");
    }
}
