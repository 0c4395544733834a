package dev.ayatori.corpus.ngram;

import java.util.stream.Stream;

/** What a line is a sequence of. */
public enum TextUnit {
    /** Words between white space. */
    WORDS,
    /** Characters; a space is written as U+2581. */
    CHARACTERS;

    private static final String SPACE = "\u2581";

    /** The units of a line. */
    Stream<String> of(String line) {
        return switch (this) {
            case WORDS -> Stream.of(line.strip().split("\\s+")).filter(word -> !word.isEmpty());
            case CHARACTERS ->
                line.strip().codePoints().mapToObj(c -> Character.isWhitespace(c) ? SPACE : Character.toString(c));
        };
    }
}
