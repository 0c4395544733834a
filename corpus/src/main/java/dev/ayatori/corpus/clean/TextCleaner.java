package dev.ayatori.corpus.clean;

/**
 * Cleans a text without changing what it says: line feeds only, no control or invisible characters, half surrogate pairs
 * become U+FFFD, no white space at the ends of lines, at most two blank lines in a row, none at either end.
 */
public final class TextCleaner {
    private static final int BLANK_LINES = 2;

    private TextCleaner() {}

    /** The clean form of a text; cleaning it again changes nothing. */
    public static String clean(String text) {
        var out = new StringBuilder(text.length());
        int blank = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String clean = visible(line).stripTrailing();
            if (clean.isEmpty()) {
                blank++;
                continue;
            }
            if (!out.isEmpty()) {
                out.repeat('\n', 1 + Math.min(blank, BLANK_LINES));
            }
            out.append(clean);
            blank = 0;
        }
        return out.toString();
    }

    private static String visible(String line) {
        var out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            switch (Character.getType(c)) {
                case Character.SURROGATE -> out.append('\uFFFD');
                case Character.CONTROL -> out.append(c == '\t' ? "\t" : "");
                default -> {
                    if (!invisible(c)) {
                        out.appendCodePoint(c == 0xA0 ? ' ' : c);
                    }
                }
            }
        }
        return out.toString();
    }

    /** Zero-width space, byte order mark, soft hyphen; joiners stay, since scripts and emoji need them. */
    private static boolean invisible(int c) {
        return c == 0x200B || c == 0xFEFF || c == 0xAD;
    }
}
