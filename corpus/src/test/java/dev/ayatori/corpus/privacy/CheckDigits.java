package dev.ayatori.corpus.privacy;

/** Check digits as their standards give them, of the digits before. */
final class CheckDigits {
    private CheckDigits() {}

    /** Of a payment card: ISO/IEC 7812. */
    static int card(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? d * 2 / 10 + d * 2 % 10 : d;
        }
        return (10 - sum % 10) % 10;
    }

    /** Of an individual number: ordinance 85 of 2014 of the Ministry of Internal Affairs, article 5. */
    static int individual(String digits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += (digits.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        return sum % 11 <= 1 ? 0 : 11 - sum % 11;
    }

    /** Of an article, a book: EAN-13, JAN. */
    static int article(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /** A corporate number whose first digit checks the twelve behind it. */
    static String corporate(String text) {
        String digits = text.substring(1).replaceAll("[^0-9]", "");
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += (digits.charAt(12 - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9 + text.substring(1);
    }
}
