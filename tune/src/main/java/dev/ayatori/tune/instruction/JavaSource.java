package dev.ayatori.tune.instruction;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import dev.ayatori.track.AyatoriException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads the documented declarations of Java source files with the JDK's own compiler, which is asked to parse only.
 *
 * <p>Sources that do not compile are read as far as the parser recovers; what it cannot read at all gives nothing.
 */
public final class JavaSource implements AutoCloseable {

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    /** A reader to be used by one thread. */
    public JavaSource() {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new AyatoriException(
                    "this Java has no compiler (module jdk.compiler); tuning reads Java sources with "
                            + "it: run with a JDK, not a JRE");
        }
        compiler = found;
        files = compiler.getStandardFileManager(diagnostic -> {}, Locale.ROOT, StandardCharsets.UTF_8);
    }

    /**
     * The non-private types and public methods with a summary, in the order of each source.
     *
     * <p>Many sources at once are far cheaper than one by one: the compiler sets itself up for each call.
     */
    public List<List<Declaration>> declarations(List<String> sources) {
        try {
            return parse(sources);
        } catch (IllegalStateException | IndexOutOfBoundsException | AssertionError e) {
            // The compiler gives up on some texts that are no Java at all; the others are read without them.
            return sources.size() == 1
                    ? List.of(List.of())
                    : sources.stream()
                            .map(source -> declarations(List.of(source)).getFirst())
                            .toList();
        }
    }

    private List<List<Declaration>> parse(List<String> sources) {
        List<Text> texts = IntStream.range(0, sources.size())
                .mapToObj(i -> new Text(i, sources.get(i)))
                .toList();
        JavacTask task = (JavacTask)
                compiler.getTask(Writer.nullWriter(), files, diagnostic -> {}, List.of("-proc:none"), null, texts);
        DocTrees trees = DocTrees.instance(task);
        Map<URI, List<Declaration>> found = new HashMap<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Collector collector = new Collector(trees);
                collector.scan(unit, null);
                found.put(unit.getSourceFile().toUri(), collector.found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stream()
                .map(text -> found.getOrDefault(text.toUri(), List.of()))
                .toList();
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(int number, String source) {
            super(URI.create("string:///" + number + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private static final class Collector extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final SummarySentence summaries;
        private final List<Declaration> found = new ArrayList<>();
        private final Deque<String> outer = new ArrayDeque<>();

        Collector(DocTrees trees) {
            this.trees = trees;
            this.summaries = new SummarySentence(trees);
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (type.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
                return null;
            }
            outer.addLast(type.getSimpleName().toString());
            add(kind(type), "");
            super.visitClass(type, unused);
            outer.removeLast();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            Set<Modifier> modifiers = method.getModifiers().getFlags();
            boolean inInterface = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                    && type.getKind() == Tree.Kind.INTERFACE
                    && !modifiers.contains(Modifier.PRIVATE);
            boolean isConstructor = method.getReturnType() == null;
            if ((modifiers.contains(Modifier.PUBLIC) || inInterface) && !isConstructor) {
                add(Declaration.Kind.METHOD, method.getName().toString());
            }
            return null;
        }

        /** Fields and their anonymous classes are not asked about. */
        @Override
        public Void visitVariable(VariableTree field, Void unused) {
            return null;
        }

        private void add(Declaration.Kind kind, String memberName) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            String summary = comment == null ? "" : summaries.of(comment);
            if (summary.isEmpty()) {
                return;
            }
            var packageTree = getCurrentPath().getCompilationUnit().getPackageName();
            String packageName = packageTree == null ? "" : packageTree.toString();
            found.add(new Declaration(kind, packageName, String.join(".", outer), memberName, summary));
        }

        private static Declaration.Kind kind(ClassTree type) {
            return switch (type.getKind()) {
                case INTERFACE -> Declaration.Kind.INTERFACE;
                case ENUM -> Declaration.Kind.ENUM;
                case RECORD -> Declaration.Kind.RECORD;
                case ANNOTATION_TYPE -> Declaration.Kind.ANNOTATION;
                default -> Declaration.Kind.CLASS;
            };
        }
    }
}
