package dev.ayatori.corpus.privacy;

import java.util.Set;

/**
 * Tells numbers of payment cards by issuer, length and check digit.
 *
 * <p>The check digit is Luhn's (US patent 2,950,048, 1960; ISO/IEC 7812-1).
 */
final class CardNumbers {
    private static final Set<String> GROUPINGS = Set.of("4444", "465", "464", "44443", "4441");

    private CardNumbers() {}

    /** The number whose first digit stands here. */
    static Span at(FoldedText text, int start) {
        GroupedDigits number = GroupedDigits.at(text, start);
        String digits = number.digits();
        boolean card = digits.length() >= 13
                && (number.together() || GROUPINGS.contains(number.groups()))
                && isIssued(digits)
                && luhn(digits);
        return card ? new Span(start, number.end()) : Span.NONE;
    }

    private static boolean isIssued(String digits) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int three = Integer.parseInt(digits.substring(0, 3));
        int four = Integer.parseInt(digits.substring(0, 4));
        return switch (digits.length()) {
            case 13 -> two / 10 == 4;
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
