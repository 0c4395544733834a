package dev.ayatori.tune.instruction;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a sentence ends, in Japanese and in English. */
final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of("e.g", "i.e", "cf", "vs", "etc", "resp", "approx", "incl");
    private static final String CLOSING = "」』）)】〕";

    /** A line break between two wide characters is layout, between others it stands for a space. */
    private static final Pattern WIDE_BREAK = Pattern.compile(
            "(?<=[\\u3000-\\u9fff\\uff00-\\uffef])[ \\t]*[\\r\\n]+\\s*" + "(?=[\\u3000-\\u9fff\\uff00-\\uffef])");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Sentences() {}

    /** The first sentence of the first paragraph that has text, on one line. */
    static String first(String text, char paragraphMark) {
        for (String paragraph : text.split(String.valueOf(paragraphMark), -1)) {
            String line = joinLines(paragraph);
            if (!line.isEmpty()) {
                return line.substring(0, end(line));
            }
        }
        return "";
    }

    /** The text on one line, without space around it. */
    static String joinLines(String text) {
        return SPACES.matcher(WIDE_BREAK.matcher(text.strip()).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static int end(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean ends = switch (c) {
                case '。', '．' -> i + 1 == line.length() || CLOSING.indexOf(line.charAt(i + 1)) < 0;
                case '.' -> i + 1 == line.length() || line.charAt(i + 1) == ' ' && !isAbbreviation(line, i);
                default -> false;
            };
            if (ends) {
                return i + 1;
            }
        }
        return line.length();
    }

    private static boolean isAbbreviation(String line, int period) {
        int start = period;
        while (start > 0 && (Character.isLetter(line.charAt(start - 1)) || line.charAt(start - 1) == '.')) {
            start--;
        }
        return ABBREVIATIONS.contains(line.substring(start, period).toLowerCase(Locale.ROOT));
    }
}
