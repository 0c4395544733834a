package dev.ayatori.corpus.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a jar stands in a Maven repository: {@code group:artifact:version:classifier}. */
public record Coordinate(String group, String artifact, String version, String classifier)
        implements Comparable<Coordinate> {
    private static final Pattern FORM =
            Pattern.compile("([\\w.-]+):([\\w.-]+):([\\w.+-]+):([\\w.-]+)", Pattern.UNICODE_CHARACTER_CLASS);

    /** Reads the form above. */
    public static Coordinate parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a coordinate must be group:artifact:version:classifier, such as org.example:tool:1.0:javadoc, but is \""
                            + text + "\"");
        }
        return new Coordinate(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
    }

    /** The name the jar has in the sources artifact. */
    String fileName() {
        return "%s_%s-%s-%s.jar".formatted(group, artifact, version, classifier);
    }

    String uri() {
        return "maven:" + this;
    }

    @Override
    public int compareTo(Coordinate other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join(":", group, artifact, version, classifier);
    }
}
