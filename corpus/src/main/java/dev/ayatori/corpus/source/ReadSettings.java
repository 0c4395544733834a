package dev.ayatori.corpus.source;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How the files of a collection are read. Fields of nested objects are named with dots: {@code meta.pile_set_name}.
 *
 * @param format what the files are
 * @param text field of a record that holds its text
 * @param uri field that holds its web address; records without it are named by their place
 * @param date field that holds its date; empty for none
 * @param metadata fields to keep as attributes
 * @param charset encoding of plain text; empty to find it out
 * @param language what its documents are written in, such as {@code ja}, or {@code code}; empty to find it out of each
 */
public record ReadSettings(
        Format format, String text, String uri, String date, List<String> metadata, String charset, String language)
        implements Serializable {
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3}|code)?");

    public ReadSettings {
        metadata = List.copyOf(metadata);
        // sources that were fetched before languages could be told have none written down
        language = Objects.requireNonNullElse(language, "");
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must name the field that holds a record's text, but is empty");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "language must be two or three letters of ISO 639, such as ja, or code, but is \"" + language
                            + "\"");
        }
    }

    public static ReadSettings defaults() {
        return new ReadSettings(Format.AUTO, "text", "url", "", List.of(), "", "");
    }
}
