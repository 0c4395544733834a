package dev.ayatori.tune.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaSourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "値を保持する。初期値は空。 | 値を保持する。",
                "「終わり。」と答える。次の文。 | 「終わり。」と答える。",
                "行をまたぐ\\n * 文を一行にする。 | 行をまたぐ文を一行にする。",
                "句点のない要約<p>次の段落。 | 句点のない要約",
                "<p>段落から始まる。</p> | 段落から始まる。",
                "一行目。<br/>二行目。 | 一行目。",
                "Holds a value. Then more. | Holds a value.",
                "Reads version 1.5 of it. Then more. | Reads version 1.5 of it.",
                "Holds one, e.g. two or three. Then more. | Holds one, e.g. two or three.",
                "Spans\\n * two lines. | Spans two lines.",
                "Calls {@link java.util.List#add(Object)} first. | Calls List.add first.",
                "Calls {@link #add(Object) the adding} first. | Calls the adding first.",
                "Like {@code a < b && c} it is. | Like a < b && c it is.",
                "Ends at &lt;tag&gt; &amp; more&#x3002; | Ends at <tag> & more。",
                "A <b>bold</b> <i>word</i>. | A bold word.",
                "{@summary One thing.} Another thing. | One thing.",
            })
    void takesTheFirstSentenceWithoutMarkup(String comment, String summary) {
        assertThat(summaries("/** " + comment.replace("\\n", "\n") + " */ class A {}"))
                .containsExactly(summary);
    }

    @ParameterizedTest
    @CsvSource({"{@inheritDoc}", "{@inheritDoc} And more.", "@param x only a tag", "<p></p>"})
    void passesOverCommentsWithoutAWordOfTheirOwn(String comment) {
        assertThat(summaries("/** " + comment + " */ class A {}")).isEmpty();
    }

    @Test
    void readsMarkdownComments() {
        assertThat(summaries("/// The first paragraph\n///\n/// and the second.\nclass A {}"))
                .containsExactly("The first paragraph");
    }

    @Test
    void namesTypesAndPublicMethods() {
        String source = """
                package a.b;
                /** Outer. */
                public class Outer {
                  /** Field. */ public int field;
                  /** Constructor. */ public Outer() {}
                  /** Public. */ public void shown() { /** Local. */ class Local {} }
                  /** Private. */ private void hidden() {}
                  /** Inner. */ interface Inner { /** Implicitly public. */ void called(); }
                  /** Private type. */ private static class Hidden { /** Method. */ public void of() {} }
                }
                /** Enum. */ enum Colour { RED }
                /** Record. */ record Point(int x) {}
                /** Annotation. */ @interface Mark {}
                """;
        assertThat(declarations(source))
                .extracting(Declaration::kind, Declaration::qualifiedName)
                .containsExactly(
                        tuple(Declaration.Kind.CLASS, "a.b.Outer"),
                        tuple(Declaration.Kind.METHOD, "a.b.Outer#shown"),
                        tuple(Declaration.Kind.INTERFACE, "a.b.Outer.Inner"),
                        tuple(Declaration.Kind.METHOD, "a.b.Outer.Inner#called"),
                        tuple(Declaration.Kind.ENUM, "a.b.Colour"),
                        tuple(Declaration.Kind.RECORD, "a.b.Point"),
                        tuple(Declaration.Kind.ANNOTATION, "a.b.Mark"));
    }

    @Test
    void readsBrokenSourcesAsFarAsTheyGo() {
        List<String> sources = List.of(
                "/** First. */ class A { /** Method. */ public void m() { int = ; } ",
                "<html>no Java at all}}}} \u0000 /** */ class",
                "",
                "/** Second. */ class B {}");
        try (JavaSource source = new JavaSource()) {
            List<List<Declaration>> found = source.declarations(sources);
            assertThat(found).hasSize(4);
            assertThat(found.getFirst()).extracting(Declaration::summary).contains("First.");
            assertThat(found.getLast()).extracting(Declaration::summary).containsExactly("Second.");
        }
    }

    private static List<String> summaries(String source) {
        return declarations(source).stream().map(Declaration::summary).toList();
    }

    private static List<Declaration> declarations(String text) {
        try (JavaSource source = new JavaSource()) {
            return source.declarations(List.of(text)).getFirst();
        }
    }
}
