package dev.ayatori.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The sizes of files, methods and parameter lists, static state and documentation, read from the sources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceRulesTest {
    private static final int FILE_LINES = 600;
    private static final int METHOD_LINES = 60;
    private static final int FORWARD_LINES = 120;
    private static final int PARAMETERS = 5;
    private static final int FILES_OF_A_PACKAGE = 30;
    private static final Set<String> FORWARD = Set.of("forward", "block");
    private static final Pattern SENTENCE =
            Pattern.compile("(?s)\\s*(\\p{Lu}|\\p{IsHan}|\\{@|\"|[0-9(]).*?[.!?:](\\s.*)?");

    private final SourceTree sources = SourceTree.parse(Path.of(System.getProperty("ayatori.root", "..")));
    private final List<String> violations = new ArrayList<>();

    @Test
    void keepsFilesSmall() {
        for (CompilationUnitTree unit : sources.units()) {
            long lines = sources.lines(unit, unit) + sources.firstLine(unit, unit) - 1;
            check(lines <= FILE_LINES, unit, unit, "a file of " + lines + " lines, allowed " + FILE_LINES);
        }
        assertNone();
    }

    @Test
    void keepsMethodsSmall() {
        eachMethod((unit, method, type) -> {
            String name = method.getName().toString();
            int allowed = FORWARD.contains(name) ? FORWARD_LINES : METHOD_LINES;
            if (method.getBody() != null) {
                long lines = sources.lines(unit, method.getBody());
                check(lines <= allowed, unit, method, name + " has " + lines + " lines, allowed " + allowed);
            }
        });
        assertNone();
    }

    @Test
    void takesAtMostFiveParameters() {
        eachMethod((unit, method, type) -> {
            int count = method.getParameters().size();
            boolean ofRecord = type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
            check(
                    ofRecord || count <= PARAMETERS,
                    unit,
                    method,
                    method.getName() + " takes " + count + " parameters, allowed " + PARAMETERS);
        });
        assertNone();
    }

    @Test
    void takesNoOptionalInAPublicSignature() {
        eachMethod((unit, method, type) -> {
            boolean open = method.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            for (VariableTree parameter : method.getParameters()) {
                check(
                        !open || !String.valueOf(parameter.getType()).startsWith("Optional"),
                        unit,
                        parameter,
                        method.getName() + " takes an Optional");
            }
        });
        assertNone();
    }

    @Test
    void keepsNoStaticMutableState() {
        eachType((unit, path, type) -> {
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree field) {
                    StaticState.complaint(field)
                            .ifPresent(complaint ->
                                    violations.add(sources.violation(unit, field, field.getName() + " " + complaint)));
                }
            }
        });
        assertNone();
    }

    @Test
    void documentsEveryPublicTypeWithASentence() {
        eachType((unit, path, type) -> {
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                String comment = sources.trees().getDocComment(path);
                check(
                        comment != null && SENTENCE.matcher(comment).matches(),
                        unit,
                        type,
                        type.getSimpleName() + " is public and has no documentation that begins with a sentence");
            }
        });
        assertNone();
    }

    @Test
    void splitsPackagesThatOutgrowARoom() {
        Map<String, Integer> files = new TreeMap<>();
        sources.units().forEach(unit -> files.merge(String.valueOf(unit.getPackageName()), 1, Integer::sum));
        files.forEach((name, count) -> {
            if (count > FILES_OF_A_PACKAGE) {
                violations.add(name + " has " + count + " files, allowed " + FILES_OF_A_PACKAGE);
            }
        });
        assertNone();
    }

    @Test
    void marksEveryPackageForNullness() {
        Map<String, Boolean> marked = new TreeMap<>();
        for (CompilationUnitTree unit : sources.units()) {
            boolean marks = unit.getPackage().getAnnotations().toString().contains("NullMarked");
            marked.merge(String.valueOf(unit.getPackageName()), marks, Boolean::logicalOr);
        }
        assertThat(marked)
                .allSatisfy((name, isMarked) -> assertThat(isMarked)
                        .as(name + " has a package-info.java with @NullMarked")
                        .isTrue());
    }

    private void check(boolean holds, CompilationUnitTree unit, Tree tree, String rule) {
        if (!holds) {
            violations.add(sources.violation(unit, tree, rule));
        }
    }

    private void assertNone() {
        List<String> found = List.copyOf(violations);
        violations.clear();
        assertThat(found).isEmpty();
    }

    private interface MethodRule {
        void check(CompilationUnitTree unit, MethodTree method, ClassTree type);
    }

    private interface TypeRule {
        void check(CompilationUnitTree unit, TreePath path, ClassTree type);
    }

    private void eachMethod(MethodRule rule) {
        eachType((unit, path, type) -> type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .forEach(method -> rule.check(unit, (MethodTree) method, type)));
    }

    private void eachType(TypeRule rule) {
        for (CompilationUnitTree unit : sources.units()) {
            new TreePathScanner<Boolean, Boolean>() {
                @Override
                public Boolean visitClass(ClassTree type, Boolean nothing) {
                    rule.check(unit, getCurrentPath(), type);
                    return super.visitClass(type, nothing);
                }
            }.scan(unit, true);
        }
    }
}
