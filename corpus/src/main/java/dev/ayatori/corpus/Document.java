package dev.ayatori.corpus;

import dev.ayatori.corpus.dedup.Cut;
import dev.ayatori.track.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One text of the corpus with everything that is known about it.
 *
 * <p>The id is the first 16 hexadecimal digits of the SHA-256 of the place in its source, which is the uri unless the
 * source gives a web address; the language is a short code ({@code ja},
 * {@code en}, {@code code}). Attributes hold each filter's value as text under the filter's name, and beside them
 * {@value #TITLE}, {@value #SPLIT} ({@code train} or {@code validation}) and {@value #CLUSTER}, the id of the first
 * document of its cluster of related documents.
 */
public record Document(
        String id,
        String text,
        String uri,
        String collection,
        String licence,
        String date,
        String language,
        SortedMap<String, String> attributes) {
    /** Attribute: what the page calls itself. */
    public static final String TITLE = "title";
    /** Attribute: the split this document belongs to. */
    public static final String SPLIT = "split";
    /** Attribute: the id of the first document of its cluster of related documents. */
    public static final String CLUSTER = "cluster";

    /** Attribute: how many documents were removed in favour of this one; not there when none was. */
    public static final String COPIES = "copies";
    /** Attribute: what told its language. */
    public static final String LANGUAGE_REASON = "language-reason";

    /** Attribute: the texts of evaluation sets that the document holds, as a JSON list. */
    public static final String OVERLAPS = "overlaps";

    /** Attribute: what was cut out of the text because it stands elsewhere, as a JSON list. */
    public static final String CUTS = "cuts";

    /** Prefix of attributes that tell how much personal data of a kind was found, such as {@code personal.email}. */
    public static final String PERSONAL = "personal.";

    /** Prefix of attributes that the source or the page itself gives, such as {@code source.charset}. */
    public static final String SOURCE = "source.";

    public Document {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** The id of the document at this place. */
    public static String idOf(String place) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The value of one attribute, or the empty string when the document has none of that name. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** What the page calls itself, or the empty string. */
    public String title() {
        return attribute(TITLE);
    }

    /** The id of the first document of its cluster; its own when it is related to no other. */
    public String cluster() {
        return attributes.getOrDefault(CLUSTER, id);
    }

    /** The part of the corpus this document belongs to. */
    public Split split() {
        return Split.parse(attributes.getOrDefault(SPLIT, Split.TRAIN.label()));
    }

    /** What was cut out of the text because it stands elsewhere. */
    public List<Cut> cuts() {
        return attributes.containsKey(CUTS) ? List.of(Json.parse(attribute(CUTS), Cut[].class)) : List.of();
    }

    /** The same document with another text. */
    public Document withText(String changed) {
        return new Document(id, changed, uri, collection, licence, date, language, attributes);
    }

    /** The same document with more attributes; a name that stands already is replaced. */
    public Document with(Map<String, String> more) {
        var all = new TreeMap<>(attributes);
        all.putAll(more);
        return new Document(id, text, uri, collection, licence, date, language, all);
    }
}
