package dev.ayatori.corpus.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of which parts of documents only the first is kept, wherever in the corpus the others stand. */
public enum PassageUnit {
    /** Of none. */
    NONE(""),
    /** Of lines. */
    LINE("\n"),
    /** Of paragraphs: lines between blank lines. */
    PARAGRAPH("\n(?:[^\\S\n]*\n)+");

    private final Pattern end;

    PassageUnit(String end) {
        this.end = Pattern.compile(end);
    }

    /** The parts of a text in their order, each with what parts it from the next. */
    public List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        if (this != NONE) {
            int from = 0;
            for (Matcher ends = end.matcher(text); ends.find(); from = ends.end()) {
                parts.add(new Part(text, from, ends.end()));
            }
            parts.add(new Part(text, from, text.length()));
        }
        return parts;
    }

    /** A part of a text, from its first char to the one behind what parts it from the next. */
    public record Part(String whole, int from, int to) {
        /** Its text without white space around it. */
        public String text() {
            return whole.substring(from, to).strip();
        }
    }
}
