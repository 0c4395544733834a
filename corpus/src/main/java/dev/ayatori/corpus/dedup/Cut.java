package dev.ayatori.corpus.dedup;

import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a text that goes because it stands elsewhere.
 *
 * @param why what it is a copy of
 * @param from place of its first char in the text as it was read
 * @param to place behind its last char
 */
public record Cut(Why why, int from, int to) {
    /** Of what a stretch of text is a copy. */
    public enum Why {
        /** A line or paragraph of a document before it. */
        PASSAGE("passage"),
        /** Chars that stand anywhere before it. */
        SUBSTRING("substring"),
        /** Nearly of a line or paragraph before it. */
        SIMILAR("similar");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /** As statistics name it. */
        public String label() {
            return label;
        }
    }

    /**
     * What remains of a text; cuts may overlap. What stood before a cut and what stood behind it do not become one line: they
     * never were one.
     */
    public static String remains(String text, List<Cut> cuts) {
        var out = new StringBuilder(text.length());
        int from = 0;
        for (Cut cut : cuts.stream().sorted(Comparator.comparingInt(Cut::from)).toList()) {
            append(out, text, from, cut.from());
            from = Math.max(from, cut.to());
        }
        append(out, text, from, text.length());
        return out.toString();
    }

    private static void append(StringBuilder out, String text, int from, int to) {
        if (from < to) {
            boolean apart = out.isEmpty() || out.charAt(out.length() - 1) == '\n' || text.charAt(from) == '\n';
            out.append(apart ? "" : "\n").append(text, from, to);
        }
    }
}
