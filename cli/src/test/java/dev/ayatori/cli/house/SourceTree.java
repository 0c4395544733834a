package dev.ayatori.cli.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** All main sources of the house, parsed by the JDK's own compiler. */
final class SourceTree {
    private final Path root;
    private final DocTrees trees;
    private final List<CompilationUnitTree> units;

    private SourceTree(Path root, DocTrees trees, List<CompilationUnitTree> units) {
        this.root = root;
        this.trees = trees;
        this.units = units;
    }

    static SourceTree parse(Path root) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources(root)));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            return new SourceTree(root, DocTrees.instance(task), units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path folder : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    DocTrees trees() {
        return trees;
    }

    String file(CompilationUnitTree unit) {
        return root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
    }

    /** {@code file:line: rule}. */
    String violation(CompilationUnitTree unit, Tree tree, String rule) {
        return file(unit) + ":" + firstLine(unit, tree) + ": " + rule;
    }

    long firstLine(CompilationUnitTree unit, Tree tree) {
        return line(unit, trees.getSourcePositions().getStartPosition(unit, tree));
    }

    /** How many lines a tree covers. */
    long lines(CompilationUnitTree unit, Tree tree) {
        return line(unit, trees.getSourcePositions().getEndPosition(unit, tree)) - firstLine(unit, tree) + 1;
    }

    private static long line(CompilationUnitTree unit, long position) {
        LineMap lines = unit.getLineMap();
        return position < 0 ? 1 : lines.getLineNumber(position);
    }
}
