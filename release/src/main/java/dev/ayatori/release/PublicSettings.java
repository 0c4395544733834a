package dev.ayatori.release;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings as strangers may read them: without places on somebody's machine, and without the names of what was taken down. */
final class PublicSettings {
    private static final List<String> PLACES = List.of("address", "path");

    private PublicSettings() {}

    /** A web address as it is, of a place on this machine only the name. */
    static String named(String address) {
        return address.matches("https?://.*") ? address : address.replaceAll(".*[/\\\\](?=.)", "");
    }

    static JsonNode of(JsonNode settings) {
        JsonNode published = settings.deepCopy();
        scrub(published);
        return published;
    }

    private static void scrub(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String place : PLACES) {
                String address = object.path(place).asString("");
                if (!address.isEmpty()) {
                    object.put(place, named(address));
                }
            }
            if (object.path("takedown").isArray()) {
                object.put("takedown", object.get("takedown").size());
            }
        }
        node.forEach(PublicSettings::scrub);
    }
}
