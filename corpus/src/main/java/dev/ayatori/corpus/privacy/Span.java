package dev.ayatori.corpus.privacy;

/** A piece of a text, from its first char to the one behind it; or none. */
record Span(int start, int end) {
    static final Span NONE = new Span(-1, -1);

    boolean found() {
        return start >= 0;
    }
}
