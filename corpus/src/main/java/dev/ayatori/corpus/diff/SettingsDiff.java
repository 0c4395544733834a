package dev.ayatori.corpus.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A setting that differs.
 *
 * @param name its keys, with dots between them
 * @param first its value in the first corpus, empty where it has none
 * @param second its value in the second
 */
public record SettingsDiff(String name, String first, String second) {
    static List<SettingsDiff> of(JsonNode first, JsonNode second) {
        SortedMap<String, String> left = new TreeMap<>();
        SortedMap<String, String> right = new TreeMap<>();
        flatten(first, "", left);
        flatten(second, "", right);
        var names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<SettingsDiff> differing = new ArrayList<>();
        for (String name : names) {
            String a = left.getOrDefault(name, "");
            String b = right.getOrDefault(name, "");
            if (!a.equals(b)) {
                differing.add(new SettingsDiff(name, a, b));
            }
        }
        return differing;
    }

    private static void flatten(JsonNode node, String name, SortedMap<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            entry.getValue(), name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), into));
        } else {
            into.put(name, node.isString() ? node.asString() : node.toString());
        }
    }
}
