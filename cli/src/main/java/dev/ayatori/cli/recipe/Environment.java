package dev.ayatori.cli.recipe;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in variables of the environment, written as shells do: {@code ${NAME}} or {@code ${NAME:-default}}. */
record Environment(Map<String, String> variables) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::-([^}\\n]*))?}");

    static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    String filledIn(String recipe, Place place) {
        return VARIABLE.matcher(recipe).replaceAll(found -> Matcher.quoteReplacement(value(found, recipe, place)));
    }

    private String value(MatchResult found, String recipe, Place place) {
        String value = variables.getOrDefault(found.group(1), "");
        if (value.isEmpty() && found.group(2) != null) {
            value = found.group(2);
        }
        if (value.isEmpty() || value.matches("(?s).*[\\n\\r].*")) {
            long line = recipe.substring(0, found.start()).lines().count();
            throw new RecipeException("%s:%d: the variable %s of the environment is %s; set it to one line of text"
                    .formatted(
                            place.file(),
                            Math.max(1, line),
                            found.group(1),
                            value.isEmpty() ? "not set" : "several lines"));
        }
        return value;
    }
}
