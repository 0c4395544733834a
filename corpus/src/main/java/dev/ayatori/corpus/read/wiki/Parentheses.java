package dev.ayatori.corpus.read.wiki;

/**
 * Cleans parentheses whose content was taken out: separators beside them go, then those that are empty, as llm-jp-corpus
 * does with texts of Wikipedia (scripts/filters.py, remove_empty_parenthesis).
 */
final class Parentheses {
    private static final String WIDE = ",，、;；";
    private static final String NARROW = ",;";

    private Parentheses() {}

    static String clean(String text) {
        String wide = text.indexOf('（') < 0 && text.indexOf('）') < 0 ? text : clean(text, '（', '）', WIDE, false);
        return wide.indexOf('(') < 0 && wide.indexOf(')') < 0 ? wide : clean(wide, '(', ')', NARROW, true);
    }

    private static String clean(String text, char open, char close, String separators, boolean spaceBefore) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == close) {
                trimEnd(out, separators);
                if (!out.isEmpty() && out.charAt(out.length() - 1) == open) {
                    out.setLength(out.length() - 1);
                    boolean space =
                            spaceBefore && !out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1));
                    out.setLength(out.length() - (space ? 1 : 0));
                    continue;
                }
            }
            out.append(c);
            while (c == open && i < text.length() && isTrimmed(text.charAt(i), separators)) {
                i++;
            }
        }
        return out.toString();
    }

    private static void trimEnd(StringBuilder out, String separators) {
        int end = out.length();
        while (end > 0 && isTrimmed(out.charAt(end - 1), separators)) {
            end--;
        }
        out.setLength(end);
    }

    private static boolean isTrimmed(char c, String separators) {
        return Character.isWhitespace(c) || separators.indexOf(c) >= 0;
    }
}
