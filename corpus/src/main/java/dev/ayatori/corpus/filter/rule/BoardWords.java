package dev.ayatori.corpus.filter.rule;

/** Counts what the pattern of HojiChar's DiscardBBSComments finds, alternative by alternative in its order. */
final class BoardWords {
    private static final String[] WORDS = {"コメント", "SOLD OUT", "レビュー", "投稿", "ページ", "質問", "楽天市場"};
    private static final String SEPARATORS = ".-/";

    private BoardWords() {}

    static int count(String text) {
        int count = 0;
        int i = 0;
        while (i < text.length()) {
            int length = matchAt(text, i);
            count += length > 0 ? 1 : 0;
            i += Math.max(1, length);
        }
        return count;
    }

    private static int matchAt(String text, int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '-' -> 1;
            case '(' -> weekday(text, i);
            case 'コ', 'S', 'レ', '投', 'ペ', '質', '楽' -> word(text, i);
            default -> isDigit(c) ? number(text, i) : 0;
        };
    }

    private static int word(String text, int i) {
        for (String word : WORDS) {
            if (text.startsWith(word, i)) {
                return word.length();
            }
        }
        return 0;
    }

    private static int number(String text, int i) {
        int date = date(text, i);
        return date > 0 ? date : story(text, i);
    }

    /** A decimal digit of any script; kana and ideographs are none. */
    private static boolean isDigit(char c) {
        return c < 0x80 ? c >= '0' && c <= '9' : (c < 0x3000 || c >= 0xA000) && Character.isDigit(c);
    }

    private static int weekday(String text, int i) {
        return i + 2 < text.length() && "月火水木金土日".indexOf(text.charAt(i + 1)) >= 0 && text.charAt(i + 2) == ')' ? 3 : 0;
    }

    /** Four digits, a sign, one or two digits, a sign, one or two digits and days, blanks before the numbers. */
    private static int date(String text, int begin) {
        int i = begin + digits(text, begin, 4);
        if (i != begin + 4) {
            return 0;
        }
        i = sign(text, i, '年');
        int month = i < 0 ? 0 : digits(text, i, 2);
        i = month == 0 ? -1 : sign(text, i + month, '月');
        int day = i < 0 ? 0 : digits(text, i, 2);
        if (day == 0) {
            return 0;
        }
        i += day;
        while (i < text.length() && text.charAt(i) == '日') {
            i++;
        }
        return i - begin;
    }

    /** Place behind a separator and blanks, -1 when there is no separator. */
    private static int sign(String text, int i, char unit) {
        if (i >= text.length() || (text.charAt(i) != unit && SEPARATORS.indexOf(text.charAt(i)) < 0)) {
            return -1;
        }
        int next = i + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private static int story(String text, int begin) {
        int digits = digits(text, begin, Integer.MAX_VALUE);
        int end = begin + digits;
        return end < text.length() && text.charAt(end) == '話' ? digits + 1 : 0;
    }

    private static int digits(String text, int begin, int most) {
        int i = begin;
        while (i < text.length() && i - begin < most && isDigit(text.charAt(i))) {
            i++;
        }
        return i - begin;
    }
}
