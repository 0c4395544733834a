package dev.ayatori.cli.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ayatori.track.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which room may import which, that no packages turn in circles, and that no name hides what a class is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRulesTest {
    private static final String ROOT = "dev.ayatori.";
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Utils?|Utilities|Helpers?|Managers?|Impl|Common|Core)");
    private static final Set<String> EMPTY_PACKAGES =
            Set.of("util", "utils", "common", "core", "impl", "helper", "helpers", "misc");

    /** The table of DESIGN: room, then what it may import. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("tensor", Set.of()),
            Map.entry("track", Set.of()),
            Map.entry("corpus", Set.of("track")),
            Map.entry("tokenizer", Set.of("corpus", "track")),
            Map.entry("shards", Set.of("tokenizer", "corpus", "track")),
            Map.entry("model", Set.of("tensor", "track")),
            Map.entry("pretrain", Set.of("shards", "model", "tokenizer", "tensor", "track")),
            Map.entry("tune", Set.of("pretrain", "shards", "model", "tokenizer", "corpus", "tensor", "track")),
            Map.entry("evaluate", Set.of("model", "tokenizer", "corpus", "track")),
            Map.entry("search", Set.of("shards", "corpus", "tokenizer", "track")),
            Map.entry("release", Set.of("model", "evaluate", "search", "tokenizer", "corpus", "track")),
            Map.entry("serve", Set.of("model", "tokenizer", "corpus", "search", "evaluate", "track")),
            Map.entry(
                    "cli",
                    Set.of(
                            "tensor",
                            "track",
                            "corpus",
                            "tokenizer",
                            "shards",
                            "model",
                            "pretrain",
                            "tune",
                            "evaluate",
                            "search",
                            "release",
                            "serve")));

    private JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    void importsEveryRoom() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.ayatori");
        Set<String> rooms = new TreeSet<>();
        classes.forEach(type -> rooms.add(room(type)));
        assertThat(rooms).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    @Test
    void importsOnlyTheRoomsOfItsRow() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT)
                        && !room(target).equals(room(type))
                        && !MAY_IMPORT.getOrDefault(room(type), Set.of()).contains(room(target))) {
                    violations.add(room(type) + " may not import " + room(target) + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void turnsInNoCircleBetweenPackages() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void givesNoNameThatSaysNothing() {
        List<String> violations = classes.stream()
                .filter(type -> EMPTY_NAME.matcher(type.getSimpleName()).matches()
                        || List.of(type.getPackageName().split("\\.")).stream().anyMatch(EMPTY_PACKAGES::contains))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void makesAStageOfOneSettingsRecord() {
        List<JavaClass> stages = classes.stream()
                .filter(type -> type.isAssignableTo(Stage.class) && !type.isInterface())
                .toList();
        assertThat(stages).isNotEmpty();
        assertThat(stages).allSatisfy(stage -> {
            assertThat(stage.getModifiers()).as(stage.getName()).contains(JavaModifier.PUBLIC, JavaModifier.FINAL);
            assertThat(stage.getConstructors()).as(stage.getName()).anySatisfy(constructor -> {
                assertThat(constructor.getModifiers()).contains(JavaModifier.PUBLIC);
                assertThat(constructor.getRawParameterTypes()).hasSize(1).allMatch(JavaClass::isRecord);
            });
        });
    }

    private static String room(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
