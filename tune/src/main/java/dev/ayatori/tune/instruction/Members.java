package dev.ayatori.tune.instruction;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What a type can do, as its own source says it: the lines {@code method: summary} that a question about it quotes.
 *
 * <p>The summary of the type itself, which is the answer, is not in there.
 */
final class Members {
    private static final int MOST = 6;
    private static final int LONGEST_SUMMARY = 80;

    private final DocTrees trees;
    private final SummarySentence summaries;

    Members(DocTrees trees, SummarySentence summaries) {
        this.trees = trees;
        this.summaries = summaries;
    }

    /** The first public methods in the order of the source, overloads once, one a line; empty where there are none. */
    String of(ClassTree type, TreePath path) {
        Map<String, String> methods = new LinkedHashMap<>();
        type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(Members::isAsked)
                .forEach(method ->
                        methods.putIfAbsent(method.getName().toString(), summary(new TreePath(path, method))));
        return methods.entrySet().stream()
                .limit(MOST)
                .map(method ->
                        method.getValue().isEmpty() ? method.getKey() : method.getKey() + ": " + method.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String summary(TreePath method) {
        var comment = trees.getDocCommentTree(method);
        String summary = comment == null ? "" : summaries.of(comment);
        return summary.codePointCount(0, summary.length()) <= LONGEST_SUMMARY ? summary : "";
    }

    private static boolean isAsked(MethodTree method) {
        return method.getReturnType() != null
                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE);
    }
}
