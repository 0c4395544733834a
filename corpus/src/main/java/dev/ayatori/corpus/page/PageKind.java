package dev.ayatori.corpus.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the bytes of a page are. */
public enum PageKind {
    /** An HTML page. */
    HTML(Set.of("html", "htm", "xhtml")),
    /** A source file in a programming language. */
    CODE(Set.of(
            "java", "kt", "scala", "groovy", "py", "js", "ts", "c", "h", "cc", "cpp", "hpp", "go", "rs", "rb", "sql")),
    /** Plain text. */
    TEXT(Set.of("txt", "md", "rst"));

    private final Set<String> extensions;

    PageKind(Set<String> extensions) {
        this.extensions = extensions;
    }

    /** The kind a file's name tells, empty when it is nothing to read. */
    public static Optional<PageKind> of(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (PageKind kind : values()) {
            if (kind.extensions.contains(extension)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
