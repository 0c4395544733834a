package dev.ayatori.corpus.privacy;

/**
 * Tells Japan's individual numbers: twelve digits, the last of which checks the others (Ministry of Internal Affairs and
 * Communications, ordinance 85 of 2014, article 5).
 *
 * <p>One number of twelve digits in eleven has a good check digit. Where the text names what they are, digits count in any
 * groups; elsewhere only groups of four with hyphens, or with spaces and no other digit near as in a row of a table.
 */
final class MyNumbers {
    private static final int LENGTH = 12;
    private static final int BEFORE = 40;
    private static final int NAMED_BEHIND = 14;
    private static final int BEHIND = 20;
    private static final String[] NAMES = {
        "マイナンバー", "個人番号", "my number", "mynumber", "individual number", "social security and tax number", "通知カード"
    };

    private MyNumbers() {}

    /** The number among digits that begin here. */
    static Span in(FoldedText text, int start, GroupedDigits number) {
        if (number.digits().length() != LENGTH || !checks(number.digits())) {
            return Span.NONE;
        }
        boolean named =
                text.precedes(NAMES, start, BEFORE) || text.within(NAMES, number.end(), wordsEnd(text, number.end()));
        return named || isPlain(text, start, number) ? new Span(start, number.end()) : Span.NONE;
    }

    /** Where words that tell of a number before them end: at the latest where something else may be told of. */
    private static int wordsEnd(FoldedText text, int start) {
        int end = text.at(start) == '(' ? start + 1 : start;
        while (end - start < NAMED_BEHIND && ".@(&\n".indexOf(text.at(end)) < 0 && !text.hasDigit(end, end + 1)) {
            end++;
        }
        return end;
    }

    private static boolean isPlain(FoldedText text, int start, GroupedDigits number) {
        boolean alone = number.sign() == '-'
                || number.sign() == ' '
                        && !text.hasDigit(start - BEHIND, start)
                        && !text.hasDigit(number.end(), number.end() + BEHIND);
        return number.groups().equals("444") && alone && !isRound(number.digits()) && !Labels.otherNumber(text, start);
    }

    /** Three hundreds or three years, as in {@code 1000-2000-3000}. */
    private static boolean isRound(String digits) {
        boolean hundreds = true;
        boolean years = true;
        for (int i = 0; i < LENGTH; i += 4) {
            int number = Integer.parseInt(digits.substring(i, i + 4));
            hundreds &= number % 100 == 0;
            years &= number >= 1500 && number <= 2100;
        }
        return hundreds || years;
    }

    /** P(n) is the n-th digit from the right without the check digit; Q(n) is n + 1 up to the sixth, n - 5 from there. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int n = 1; n < LENGTH; n++) {
            int q = n <= 6 ? n + 1 : n - 5;
            sum += q * (digits.charAt(LENGTH - 1 - n) - '0');
        }
        int rest = sum % 11;
        return digits.charAt(LENGTH - 1) - '0' == (rest <= 1 ? 0 : 11 - rest);
    }
}
