package dev.ayatori.cli.recipe;

import org.snakeyaml.engine.v2.nodes.Node;

/** Where one reads in a recipe: the file and the keys that lead there, for messages. */
record Place(String file, String path) {
    Place below(String key) {
        return new Place(file, path.isEmpty() ? key : path + "." + key);
    }

    /** An error at a node of the file. */
    RecipeException error(Node node, String message) {
        String position = node.getStartMark()
                .map(mark -> "%d:%d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse("1:1");
        return new RecipeException("%s:%s: %s".formatted(file, position, message));
    }

    /** {@code in tokenizer} or {@code in the recipe}. */
    String in() {
        return " in " + (path.isEmpty() ? "the recipe" : path);
    }
}
