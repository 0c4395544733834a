package dev.ayatori.corpus.ngram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which paragraphs of a document go because a model did not foresee them, as Uzushio (NWJC) does it: menus and lists are many
 * small ones in a row, while a strange sentence stands alone. Paragraphs are parted by blank lines.
 *
 * @param threshold a paragraph with this perplexity or more is strange; 0 for no rule
 * @param run so many strange ones in a row go, fewer where the document begins or ends with them; and with them strange ones
 *     that stand so near before one of them
 * @param outliers share of a paragraph's units that does not count, of those least foreseen
 */
public record ParagraphRule(double threshold, int run, double outliers) {
    private static final String BLANK_LINES = "\n(?:[^\\S\n]*\n)+";

    public ParagraphRule {
        if (!(threshold == 0 || threshold >= 1)) {
            throw new IllegalArgumentException(
                    "threshold must be a perplexity of at least 1, or 0 for no rule, but is " + threshold);
        }
        if (run < 1) {
            throw new IllegalArgumentException("run must be at least 1, but is " + run);
        }
        if (!(outliers >= 0 && outliers < 1)) {
            throw new IllegalArgumentException("outliers must be a share below 1, but is " + outliers);
        }
    }

    /** No paragraph goes; but for the threshold, 1000000 there, Uzushio's numbers. */
    public static ParagraphRule defaults() {
        return new ParagraphRule(0, 3, 0.02);
    }

    /** Whether there is a rule. */
    public boolean any() {
        return threshold > 0;
    }

    /**
     * What is left of a text.
     *
     * @param paragraphs how many went
     */
    public record Cut(String text, int paragraphs) {}

    /** Cuts a text. */
    public Cut cut(NgramModel model, String text) {
        List<String> paragraphs = Stream.of(text.split(BLANK_LINES))
                .filter(each -> !each.isBlank())
                .toList();
        boolean[] strange = new boolean[paragraphs.size()];
        for (int i = 0; i < strange.length; i++) {
            strange[i] = model.perplexity(paragraphs.get(i), outliers).value() >= threshold;
        }
        boolean[] gone = gone(strange);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                kept.add(paragraphs.get(i));
            }
        }
        int cut = gone.length - kept.size();
        return new Cut(cut == 0 ? text : String.join("\n\n", kept), cut);
    }

    boolean[] gone(boolean[] strange) {
        boolean[] gone = new boolean[strange.length];
        for (int i = 0; i < strange.length; i++) {
            if (all(strange, i - run + 1, i + 1) || all(strange, i, i + run)) {
                for (int before = Math.max(0, i - run); before <= i; before++) {
                    gone[before] |= strange[before];
                }
            }
        }
        return gone;
    }

    /** Whether all are strange from one on to before another, as far as there are any. */
    private static boolean all(boolean[] strange, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(strange.length, to); i++) {
            if (!strange[i]) {
                return false;
            }
        }
        return true;
    }
}
