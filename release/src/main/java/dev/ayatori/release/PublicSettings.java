package dev.ayatori.release;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings as strangers may read them: without places on somebody's machine, and without the names of what was taken down. */
final class PublicSettings {
    private PublicSettings() {}

    static JsonNode of(JsonNode settings) {
        JsonNode published = settings.deepCopy();
        scrub(published);
        return published;
    }

    private static void scrub(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String address = object.path("address").asString("");
            if (!address.matches("https?://.*") && !address.isEmpty()) {
                object.put("address", address.replaceAll(".*[/\\\\]", ""));
            }
            if (object.path("takedown").isArray()) {
                object.put("takedown", object.get("takedown").size());
            }
        }
        node.forEach(PublicSettings::scrub);
    }
}
