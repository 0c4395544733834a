package dev.ayatori.cli.recipe;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A recipe as read: its name and, for every stage, the settings that differ from the defaults. */
public final class Recipe {
    /** The stages in their order; a recipe may hold settings for each. */
    public static final List<String> STAGES =
            List.of("sources", "corpus", "tokenizer", "shards", "pretrain", "tune", "evaluate", "index", "release");

    private static final String NAME = "name";

    private final Entries entries;
    private final String name;

    private Recipe(Entries entries, String name) {
        this.entries = entries;
        this.name = name;
    }

    /**
     * Reads a recipe file whose keys may be {@code name} and the names of the stages. {@code ${NAME:-default}} in it
     * stands for a variable of the environment.
     */
    public static Recipe read(Path file, List<String> stages) {
        Place place = new Place(file.toString(), "");
        Node root = compose(Environment.of(System.getenv()).filledIn(text(file), place), place);
        Entries entries = Entries.of(root, place)
                .only(Stream.concat(Stream.of(NAME), stages.stream()).toList());
        String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return new Recipe(
                entries, entries.value(NAME).map(node -> name(node, place)).orElse(stem));
    }

    private static String name(Node node, Place place) {
        String name = (String) Scalars.value(node, String.class, place.below(NAME));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw place.error(
                    node, "name must be letters, digits, dots, hyphens and underscores, but is \"" + name + "\"");
        }
        return name;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RecipeException("there is no recipe " + file + others(file));
        } catch (MalformedInputException e) {
            throw new RecipeException(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new RecipeException("cannot read the recipe " + file + ": " + e.getMessage());
        }
    }

    private static String others(Path file) {
        Path folder = Files.isDirectory(Path.of("recipes"))
                ? Path.of("recipes")
                : file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> recipes = files.map(Path::toString)
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
            return recipes.isEmpty() ? "" : "; there are: " + String.join(", ", recipes);
        } catch (IOException e) {
            return "";
        }
    }

    private static Node compose(String yaml, Place place) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(place.file())
                .setUseMarks(true)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            return new Compose(settings)
                    .composeString(yaml)
                    .orElseThrow(() -> new RecipeException(place.file() + ":1:1: the recipe is empty"));
        } catch (MarkedYamlEngineException e) {
            String position = e.getProblemMark()
                    .map(mark -> "%d:%d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse("1:1");
            throw new RecipeException("%s:%s: not YAML: %s".formatted(place.file(), position, e.getProblem()));
        } catch (YamlEngineException e) {
            throw new RecipeException(place.file() + ":1:1: not YAML: " + e.getMessage());
        }
    }

    /** The name of the run. */
    public String name() {
        return name;
    }

    /** The settings of a stage: its defaults with everything replaced that the recipe says. */
    public <S extends Record> S settings(String stage, S defaults) {
        return entries.value(stage)
                .map(node -> SettingsBinder.bind(node, defaults, entries.place().below(stage)))
                .orElse(defaults);
    }
}
