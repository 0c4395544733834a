package dev.ayatori.corpus.report;

import java.util.Locale;

/** Builds HTML whose every text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Markup as it is, without any text of a document in it. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Markup with places for texts and numbers; texts are escaped. */
    Html add(String format, Object... values) {
        Object[] safe = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            safe[i] = values[i] instanceof String text ? escaped(text) : values[i];
        }
        out.append(String.format(Locale.ROOT, format, safe));
        return this;
    }

    /** A text that means nothing as markup, wherever it stands; control characters become visible. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(harmless(c));
            }
        });
        return safe.toString();
    }

    private static int harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t' ? ' ' : '\u2423';
            // direction marks could turn the page around
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> '\u2423';
            default -> c;
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
