package dev.ayatori.corpus.privacy;

import java.util.Set;

/**
 * Tells numbers of payment cards by issuer, length and check digit.
 *
 * <p>The check digit is Luhn's (US patent 2,950,048, 1960; ISO/IEC 7812-1), which one number in ten has. Numbers of issuers
 * with few digits of their own count in groups or where a card is named; thirteen digits only where one is named, since
 * articles of Japan (JAN) begin with 45 and 49 as cards do.
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int BEFORE = 30;
    private static final int NEAR = 12;
    private static final Set<String> GROUPINGS = Set.of("4444", "465", "464", "44443", "4441", "6=", "4333");
    private static final String[] NAMES = {"card", "visa", "mastercard", "credit", "カード", "クレジット", "クレカ"};

    private CardNumbers() {}

    /** The number among digits that begin here; others may follow it, such as those of its date, but not a row of fours. */
    static Span in(FoldedText text, int start, GroupedDigits number) {
        Span span = exactly(text, start, number);
        int least = number.sign() == ' ' && number.digits().length() >= SHORTEST
                ? 1
                : number.groups().length();
        for (int count = number.groups().length() - 1; count >= least && !span.found(); count--) {
            boolean row = count == 4 && number.groups().startsWith("44444");
            span = row ? span : exactly(text, start, number.first(count));
        }
        return span;
    }

    private static Span exactly(FoldedText text, int start, GroupedDigits number) {
        String digits = number.digits();
        boolean card = digits.length() >= SHORTEST
                && (number.together() || GROUPINGS.contains(number.groups()))
                && luhn(digits)
                && !Labels.otherNumber(text, start, NEAR)
                && (isIssued(digits) || isRare(digits) && isShown(text, start, number));
        return card ? new Span(start, number.end()) : Span.NONE;
    }

    private static boolean isShown(FoldedText text, int start, GroupedDigits number) {
        return !number.together() && number.digits().length() > SHORTEST || text.precedes(NAMES, start, BEFORE);
    }

    private static boolean isIssued(String digits) {
        int two = number(digits, 2);
        int three = number(digits, 3);
        int four = number(digits, 4);
        return switch (digits.length()) {
            case 14 -> three >= 300 && three <= 305 || four == 3095 || two == 36 || two == 38 || two == 39;
            case 15 -> two == 34 || two == 37;
            case 16 ->
                two / 10 == 4
                        || two >= 51 && two <= 55
                        || four >= 2221 && four <= 2720
                        || four >= 3528 && four <= 3589
                        || two == 36
                        || two == 62
                        || two == 65
                        || four == 6011
                        || three >= 644 && three <= 649;
            case 17, 18, 19 -> two == 62 || digits.length() == 19 && two / 10 == 4;
            default -> false;
        };
    }

    /** Visa's old ones; Maestro, RuPay, Mir. */
    private static boolean isRare(String digits) {
        int two = number(digits, 2);
        int four = number(digits, 4);
        return switch (digits.length()) {
            case 13 -> two / 10 == 4;
            case 16, 19 -> two == 50 || two >= 56 && two <= 58 || two / 10 == 6 || four >= 2200 && four <= 2204;
            default -> false;
        };
    }

    private static int number(String digits, int length) {
        return Integer.parseInt(digits.substring(0, length));
    }

    /** Every second digit from the right doubled, digits of the products summed: a multiple of ten. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
