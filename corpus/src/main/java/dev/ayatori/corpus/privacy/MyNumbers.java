package dev.ayatori.corpus.privacy;

/**
 * Tells Japan's individual numbers: twelve digits, the last of which checks the others (Ministry of Internal Affairs and
 * Communications, ordinance 85 of 2014, article 5).
 *
 * <p>One number of twelve digits in eleven has a good check digit. Digits that stand together count only where the text
 * names what they are; groups of four count unless the text names something else.
 */
final class MyNumbers {
    private static final int LENGTH = 12;
    private static final int BEFORE = 40;
    private static final int BEHIND = 20;
    private static final String[] NAMES = {
        "マイナンバー", "個人番号", "my number", "mynumber", "individual number", "social security and tax number", "通知カード"
    };

    private MyNumbers() {}

    /** The number whose first digit stands here. */
    static Span at(FoldedText text, int start) {
        GroupedDigits number = GroupedDigits.at(text, start);
        if (number.digits().length() != LENGTH || !checks(number.digits())) {
            return Span.NONE;
        }
        boolean named = text.precedes(NAMES, start, BEFORE) || text.within(NAMES, number.end(), number.end() + BEHIND);
        boolean grouped = number.groups().equals("444") && !Labels.otherNumber(text, start);
        return named && (number.together() || number.groups().equals("444")) || grouped
                ? new Span(start, number.end())
                : Span.NONE;
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
