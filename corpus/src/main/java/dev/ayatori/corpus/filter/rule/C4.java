package dev.ayatori.corpus.filter.rule;

import dev.ayatori.corpus.filter.view.TextView;
import java.util.Locale;

/**
 * Rules of Raffel et al. (2020), "Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer",
 * section 2.2, as numbers of a whole page; lines are judged, not taken out.
 */
final class C4 {
    private static final String ENDS = ".?!\"'";
    private static final int WORDS = 3;
    private static final int LONGEST_WORD = 1000;
    private static final String[] POLICIES = {
        "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies"
    };

    private C4() {}

    /** Sentences in lines that end in punctuation, have three words and name neither scripts nor policies. */
    static Filter sentences(Bounds bounds) {
        return new Measured("c4-sentences", C4::sentences, bounds);
    }

    /** Curly brackets: the page is code. */
    static Filter curlyBrackets() {
        return new Measured("curly-brackets", view -> count(view.text(), '{'), Bounds.atMost(0));
    }

    /** Whether the page is filled with a sample text. */
    static Filter loremIpsum() {
        return new Measured("lorem-ipsum", view -> contains(view.text(), "lorem ipsum") ? 1 : 0, Bounds.atMost(0));
    }

    private static double sentences(TextView view) {
        int sentences = 0;
        for (String line : view.lines().filled()) {
            if (isKept(line)) {
                for (int i = 0; i < line.length(); i++) {
                    boolean end = ".?!".indexOf(line.charAt(i)) >= 0;
                    sentences += end && (i + 1 == line.length() || line.charAt(i + 1) == ' ') ? 1 : 0;
                }
                sentences += "\"'".indexOf(line.charAt(line.length() - 1)) >= 0 ? 1 : 0;
            }
        }
        return sentences;
    }

    private static boolean isKept(String line) {
        if (ENDS.indexOf(line.charAt(line.length() - 1)) < 0 || line.endsWith("...")) {
            return false;
        }
        int words = 0;
        int begin = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == ' ') {
                words += i > begin ? 1 : 0;
                if (i - begin > LONGEST_WORD) {
                    return false;
                }
                begin = i + 1;
            }
        }
        if (words < WORDS || contains(line, "javascript")) {
            return false;
        }
        for (String policy : POLICIES) {
            if (contains(line, policy)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(String text, String lower) {
        char first = lower.charAt(0);
        char upper = Character.toUpperCase(first);
        for (int i = 0; i + lower.length() <= text.length(); i++) {
            char c = text.charAt(i);
            if ((c == first || c == upper) && text.regionMatches(true, i, lower, 0, lower.length())) {
                return true;
            }
        }
        assert lower.equals(lower.toLowerCase(Locale.ROOT));
        return false;
    }

    private static int count(String text, char sign) {
        int count = 0;
        for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
            count++;
        }
        return count;
    }
}
