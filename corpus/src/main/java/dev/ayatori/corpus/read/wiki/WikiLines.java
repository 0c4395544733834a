package dev.ayatori.corpus.read.wiki;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Sets the lines of wikitext whose brackets are gone: headings, lists, emphasis, and the cut before the sections that
 * only refer elsewhere, by the names of llm-jp-corpus (scripts/filters.py).
 */
final class WikiLines {
    private static final Set<String> CUT = Set.of(
            "脚注",
            "関連項目",
            "日本国内の関連項目",
            "出典",
            "出典・脚注",
            "参照",
            "外部リンク",
            "参考文献",
            "その他関連事項",
            "Footnotes",
            "See also",
            "Further reading",
            "Bibliography",
            "References",
            "Notes",
            "Citations",
            "Sources",
            "External links");

    private static final Pattern MAGIC = Pattern.compile("__[A-Z]{2,}__|__[ぁ-んァ-ヶー一-龠]{2,}__");

    /** A line and, for a heading, its level. */
    private record Line(String text, int level) {}

    private final List<Line> lines = new ArrayList<>();

    private WikiLines() {}

    static String plain(String text, UnaryOperator<String> restore) {
        WikiLines lines = new WikiLines();
        for (String line : text.split("\n", -1)) {
            if (!lines.add(line, restore)) {
                break;
            }
        }
        return lines.join();
    }

    /** Adds a line; false when the text ends before it. */
    private boolean add(String source, UnaryOperator<String> restore) {
        String line = source.strip();
        int level = headingLevel(line);
        if (level > 0) {
            String heading = inline(line.substring(level, line.length() - level).strip(), restore);
            lines.add(new Line(heading, level));
            return !CUT.contains(heading);
        }
        if (line.startsWith("----")) {
            return true;
        }
        int mark = 0;
        boolean item = false;
        while (mark < line.length() && "*#:;".indexOf(line.charAt(mark)) >= 0) {
            item |= line.charAt(mark) == '*' || line.charAt(mark) == '#';
            mark++;
        }
        String content = inline(line.substring(mark).strip(), restore);
        // What a template or a file left alone is no line.
        lines.add(new Line(item && !content.isEmpty() ? "- " + content : content, 0));
        return true;
    }

    private static int headingLevel(String line) {
        int level = 0;
        while (level < line.length() / 2
                && level < 6
                && line.charAt(level) == '='
                && line.charAt(line.length() - 1 - level) == '=') {
            level++;
        }
        return line.length() > 2 * level ? level : 0;
    }

    private static String inline(String line, UnaryOperator<String> restore) {
        String text = withoutEmphasis(line);
        if (text.contains("__")) {
            text = MAGIC.matcher(text).replaceAll("");
        }
        text = Parentheses.clean(text);
        return restore.apply(DumpPage.withoutReferences(text))
                .replace('\u00A0', ' ')
                .strip();
    }

    /** Runs of two, three or five apostrophes set type; of four the first is one. */
    private static String withoutEmphasis(String line) {
        if (!line.contains("''")) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            int end = i;
            while (end < line.length() && line.charAt(end) == '\'') {
                end++;
            }
            int run = end - i;
            out.append(run == 1 || run == 4 ? "'" : "");
            if (run == 0) {
                out.append(line.charAt(i));
                end++;
            }
            i = end;
        }
        return out.toString();
    }

    /** Paragraphs parted by blank lines, lines of a list together, headings of nothing left out. */
    private String join() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.text().isEmpty() || (line.level() > 0 && !hasContent(i))) {
                continue;
            }
            if (!out.isEmpty()) {
                out.append(i > 0 && isItem(line) && isItem(lines.get(i - 1)) ? "\n" : "\n\n");
            }
            out.append(line.text());
        }
        return out.toString();
    }

    private static boolean isItem(Line line) {
        return line.text().startsWith("- ");
    }

    private boolean hasContent(int heading) {
        for (int i = heading + 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.level() > 0 && line.level() <= lines.get(heading).level()) {
                return false;
            }
            if (line.level() == 0 && !line.text().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
