package dev.ayatori.corpus.dedup;

import java.util.stream.Stream;

/** Of which parts of documents only the first is kept, wherever in the corpus the others stand. */
public enum PassageUnit {
    /** Of none. */
    NONE,
    /** Of lines. */
    LINE,
    /** Of paragraphs: lines between blank lines. */
    PARAGRAPH;

    private static final String BLANK_LINES = "\n(?:[^\\S\n]*\n)+";

    /** The parts of a text in their order. */
    Stream<String> of(String text) {
        return switch (this) {
            case NONE -> Stream.empty();
            case LINE -> text.lines();
            case PARAGRAPH -> Stream.of(text.split(BLANK_LINES));
        };
    }

    /** A text of these parts. */
    String join(Stream<String> parts) {
        return parts.collect(java.util.stream.Collectors.joining(this == PARAGRAPH ? "\n\n" : "\n"));
    }
}
