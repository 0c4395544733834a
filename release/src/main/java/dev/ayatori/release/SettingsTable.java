package dev.ayatori.release;

import tools.jackson.databind.JsonNode;

/** The settings of a stage as rows of (name with dots, value). */
final class SettingsTable {
    private static final int LONGEST_VALUE = 120;

    private SettingsTable() {}

    /** The rows; {@code whole} is the file that has long values in full. */
    static String render(JsonNode settings, String whole) {
        MarkdownTable table = new MarkdownTable("setting", "value");
        addRows("", settings, whole, table);
        return table.toString();
    }

    private static void addRows(String prefix, JsonNode node, String whole, MarkdownTable table) {
        for (String name : node.propertyNames()) {
            JsonNode value = node.get(name);
            if (value.isObject() && !value.isEmpty()) {
                addRows(prefix + name + ".", value, whole, table);
            } else {
                table.row(prefix + name, text(value, whole));
            }
        }
    }

    private static String text(JsonNode value, String whole) {
        String text = value.isString() ? value.asString() : value.toString();
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE / 2)) + " ... (whole in " + whole + ")";
    }
}
