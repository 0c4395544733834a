package dev.ayatori.corpus.read.aozora;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of Aozora Bunko without what is not the author's: ruby, notes, the legend in front and the colophon behind.
 *
 * @param title first line of the file
 * @param author second line
 * @param text the work
 */
record AozoraText(String title, String author, String text) {
    private static final Pattern RULE = Pattern.compile("(?m)^-{20,}\\s*$");
    private static final Pattern COLOPHON = Pattern.compile("(?m)^底本：");
    private static final Pattern CODE_POINT = Pattern.compile("U\\+([0-9A-Fa-f]{4,6})");

    static AozoraText parse(String file) {
        String source = file.replace("\r\n", "\n").replace('\r', '\n');
        String[] head = source.split("\n", 3);
        String work = body(source, head);
        return new AozoraText(
                head[0].strip(),
                head.length > 1 ? head[1].strip() : "",
                plain(work).strip());
    }

    /** What stands between the legend's rules, or the blank line behind the head, and the colophon. */
    private static String body(String source, String[] head) {
        int blank = head.length < 3 ? 0 : Math.max(0, source.indexOf("\n\n"));
        int begin = RULE.matcher(source)
                .results()
                .skip(1)
                .findFirst()
                .map(MatchResult::end)
                .orElse(blank);
        Matcher colophon = COLOPHON.matcher(source);
        int end = source.length();
        while (colophon.find()) {
            end = colophon.start() > begin ? colophon.start() : end;
        }
        return source.substring(begin, end);
    }

    private static String plain(String work) {
        StringBuilder out = new StringBuilder(work.length());
        int i = 0;
        while (i < work.length()) {
            char c = work.charAt(i);
            int close = c == '《' ? near(work, i, '》') : work.startsWith("［＃", i) ? near(work, i, '］') : -1;
            if (close > 0) {
                i = close + 1;
            } else if (c == '※' && work.startsWith("※［＃", i)) {
                i = missingCharacter(work, i, out);
            } else {
                // A bar marks where the word under a ruby begins.
                if (c != '｜') {
                    out.append(c);
                }
                i++;
            }
        }
        return out.toString();
    }

    /** A character that the encoding lacks is described in a note, often with its place in Unicode. */
    private static int missingCharacter(String work, int begin, StringBuilder out) {
        int end = near(work, begin, '］');
        if (end < 0) {
            out.append('※');
            return begin + 1;
        }
        String note = work.substring(begin, end);
        Matcher code = CODE_POINT.matcher(note);
        if (code.find()) {
            out.appendCodePoint(Integer.parseInt(code.group(1), 16));
        } else {
            out.append(JisPlane.character(note));
        }
        return end + 1;
    }

    /** Place of the closing sign if it stands on the same line, else -1. */
    private static int near(String work, int begin, char close) {
        int end = work.indexOf(close, begin);
        int line = work.indexOf('\n', begin);
        return end > 0 && (line < 0 || end < line) ? end : -1;
    }
}
