package dev.ayatori.tune.instruction;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.RawTextTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first sentence of a documentation comment as plain text: tags resolved to their words, markup gone. */
final class SummarySentence {

    private static final char PARAGRAPH = '\u2029';
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "pre",
            "table",
            "tr",
            "td",
            "th",
            "blockquote",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article");
    private static final Pattern REFERENCE = Pattern.compile("(?:[a-z_][\\w]*\\.)*([\\w.]*)(?:#(\\w+))?.*");

    private final Renderer renderer;

    SummarySentence(DocTrees trees) {
        renderer = new Renderer(trees);
    }

    /** The sentence, empty where the comment has no text of its own ({@code {@inheritDoc}}, only block tags). */
    String of(DocCommentTree comment) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : comment.getFullBody()) {
            if (part instanceof InheritDocTree) {
                return "";
            }
            if (part instanceof SummaryTree summary) {
                return Sentences.joinLines(render(summary.getSummary()));
            }
            text.append(render(List.of(part)));
        }
        return Sentences.first(text.toString(), PARAGRAPH);
    }

    private String render(List<? extends DocTree> parts) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : parts) {
            text.append(renderer.visit(part, null));
        }
        return text.toString();
    }

    private final class Renderer extends SimpleDocTreeVisitor<String, @Nullable Void> {
        private final DocTrees trees;

        Renderer(DocTrees trees) {
            super("");
            this.trees = trees;
        }

        @Override
        public String visitText(TextTree text, @Nullable Void unused) {
            return text.getBody();
        }

        @Override
        public String visitRawText(RawTextTree text, @Nullable Void unused) {
            return text.getContent().replaceAll("\n[ \t]*\n", String.valueOf(PARAGRAPH));
        }

        @Override
        public String visitEntity(EntityTree entity, @Nullable Void unused) {
            String characters = trees.getCharacters(entity);
            return characters == null ? "" : characters;
        }

        @Override
        public String visitLink(LinkTree link, @Nullable Void unused) {
            return link.getLabel().isEmpty() ? readable(link.getReference().getSignature()) : render(link.getLabel());
        }

        @Override
        public String visitLiteral(LiteralTree literal, @Nullable Void unused) {
            return literal.getBody().getBody();
        }

        @Override
        public String visitIndex(IndexTree index, @Nullable Void unused) {
            return render(List.of(index.getSearchTerm()));
        }

        @Override
        public String visitUnknownInlineTag(UnknownInlineTagTree tag, @Nullable Void unused) {
            return render(tag.getContent());
        }

        @Override
        public String visitErroneous(ErroneousTree broken, @Nullable Void unused) {
            return broken.getBody();
        }

        @Override
        public String visitStartElement(StartElementTree element, @Nullable Void unused) {
            return breakAt(element.getName().toString());
        }

        @Override
        public String visitEndElement(EndElementTree element, @Nullable Void unused) {
            return breakAt(element.getName().toString());
        }
    }

    private static String breakAt(String element) {
        String name = element.toLowerCase(Locale.ROOT);
        if (name.equals("br")) {
            return "\n";
        }
        return BLOCKS.contains(name) ? String.valueOf(PARAGRAPH) : "";
    }

    /** {@code java.util.List#add(Object)} reads as {@code List.add}, {@code #add} as {@code add}. */
    private static String readable(String signature) {
        var matcher = REFERENCE.matcher(signature);
        if (!matcher.matches()) {
            return signature;
        }
        String type = matcher.group(1);
        String member = matcher.group(2);
        if (member == null) {
            return type.isEmpty() ? signature : type;
        }
        return type.isEmpty() ? member : type + "." + member;
    }
}
