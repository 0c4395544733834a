package dev.ayatori.corpus.extract;

/**
 * Gathers the running text of one block as a browser would show it.
 *
 * <p>White space collapses; a line break of the source between two wide characters vanishes, for Japanese has no space
 * there (CSS Text Module Level 3, section 4.1.2, segment break transformation).
 */
final class TextFlow {
    private static final int WIDE = 0x2E80;

    private final StringBuilder text = new StringBuilder();
    private boolean space;
    private boolean lineBreak;
    private int weight;

    void append(String source) {
        for (int i = 0; i < source.length(); i++) {
            char each = source.charAt(i);
            if (each == ' ' || each == '\u00A0' || each == '\t') {
                space = true;
            } else if (each == '\n' || each == '\r' || each == '\f') {
                lineBreak = true;
            } else if (!isInvisible(each)) {
                separate(each);
                add(each);
            }
        }
    }

    /** Keeps every space and line, as in preformatted text. */
    void appendVerbatim(String source) {
        for (int i = 0; i < source.length(); i++) {
            char each = source.charAt(i);
            if (each != '\r' && !isInvisible(each)) {
                add(each == '\u00A0' ? ' ' : each);
            }
        }
    }

    /** A break asked for by the page. */
    void line() {
        forgetSpace();
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    /** The border between two cells of a row. */
    void cell() {
        forgetSpace();
        text.append('\t');
    }

    /** Weight of all visible characters so far. */
    int weight() {
        return weight;
    }

    /** The text so far, which is forgotten. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        forgetSpace();
        weight = 0;
        return taken;
    }

    private void separate(char next) {
        if ((space || lineBreak) && !text.isEmpty()) {
            char last = text.charAt(text.length() - 1);
            boolean joins = lineBreak && last >= WIDE && next >= WIDE;
            if (last != '\n' && last != '\t' && !joins) {
                text.append(' ');
            }
        }
        forgetSpace();
    }

    private void forgetSpace() {
        space = false;
        lineBreak = false;
    }

    private void add(char each) {
        text.append(each);
        if (each > ' ') {
            weight += each >= WIDE ? 2 : 1;
        }
    }

    /** Zero-width space and joiners, soft hyphen, byte order mark, control characters. */
    private static boolean isInvisible(char each) {
        return each == '\u00AD'
                || each == '\u200B'
                || each == '\u2060'
                || each == '\uFEFF'
                || (each < ' ' && each != '\n' && each != '\t')
                || (each >= 0x7F && each < 0xA0);
    }
}
