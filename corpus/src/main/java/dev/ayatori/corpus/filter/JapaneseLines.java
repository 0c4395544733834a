package dev.ayatori.corpus.filter;

import dev.ayatori.corpus.filter.view.Kana;

/**
 * The Japanese lines of a page, as LLM-jp's corpus v1 keeps them (llm-jp-corpus v1.0.1, scripts/filters.py,
 * extract_japanese_text): lines with kana, web addresses and runs of 100 ASCII characters taken out, joined without a
 * separator.
 */
final class JapaneseLines {
    private static final int ASCII_RUN = 100;
    private static final String ADDRESS_SIGNS = "/:%#$&?()~.=+-_";

    private JapaneseLines() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int begin = 0;
        while (begin <= text.length()) {
            int end = text.indexOf('\n', begin);
            String line = text.substring(begin, end < 0 ? text.length() : end);
            if (hasKana(line)) {
                out.append(withoutAsciiRuns(withoutAddresses(line)));
            }
            begin = end < 0 ? text.length() + 1 : end + 1;
        }
        return out.toString();
    }

    private static boolean hasKana(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Kana.isHiragana(c)
                    || Kana.isKatakana(c)
                    || c == 'ー'
                    || (c >= 0x32D0 && c <= 0x32FE)
                    || (c >= 0x3300 && c <= 0x3357)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutAddresses(String line) {
        if (!line.contains("://")) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            int scheme = line.startsWith("http://", i) ? 7 : line.startsWith("https://", i) ? 8 : 0;
            int end = i + scheme;
            while (scheme > 0 && end < line.length() && isAddressPart(line.codePointAt(end))) {
                end += Character.charCount(line.codePointAt(end));
            }
            if (end > i + scheme) {
                i = end;
            } else {
                out.append(line.charAt(i++));
            }
        }
        return out.toString();
    }

    /** Letters of any script count: an address swallows the Japanese text that touches it. */
    private static boolean isAddressPart(int c) {
        return Character.isLetterOrDigit(c)
                || ADDRESS_SIGNS.indexOf(c) >= 0
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static String withoutAsciiRuns(String line) {
        StringBuilder out = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            int end = i;
            while (end < line.length() && line.charAt(end) < 0x80) {
                end++;
            }
            if (end - i < ASCII_RUN) {
                out.append(line, i, end);
            }
            if (end < line.length()) {
                out.append(line.charAt(end++));
            }
            i = end;
        }
        return out.toString();
    }
}
