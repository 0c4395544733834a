package dev.ayatori.corpus.privacy;

/** Tells telephone numbers in kanji, as vertical text has them: {@code 〇三-一二三四-五六七八}. */
final class KanjiPhoneNumbers {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String SIGNS = "-()";
    private static final int LONGEST = 20;

    private KanjiPhoneNumbers() {}

    /** The number whose first digit, a zero, stands here: in groups, since a zero begins no other number in kanji. */
    static Span at(FoldedText text, int start) {
        if (DIGITS.indexOf(text.at(start - 1)) >= 0) {
            return Span.NONE;
        }
        var digits = new StringBuilder();
        boolean grouped = false;
        for (int i = start; i < start + LONGEST; i++) {
            int digit = DIGITS.indexOf(text.at(i));
            boolean sign = SIGNS.indexOf(text.at(i)) >= 0;
            if (digit < 0 && !sign) {
                break;
            }
            grouped |= sign;
            digits.append(sign ? text.at(i) : (char) ('0' + digit));
        }
        Span found = grouped ? PhoneNumbers.at(new FoldedText(digits.toString()), 0) : Span.NONE;
        return found.found() ? new Span(start, start + found.end()) : Span.NONE;
    }
}
