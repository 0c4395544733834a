package dev.ayatori.corpus.privacy;

/**
 * Digits that stand together, or in groups with one and the same sign between each two.
 *
 * @param digits without the signs
 * @param groups digits in each group
 * @param end the place behind the last digit
 */
record GroupedDigits(String digits, String groups, int end) {
    private static final int MOST = 20;
    private static final GroupedDigits NONE = new GroupedDigits("", "", -1);

    /** Reads what begins here; nothing when it is part of a longer word or number. */
    static GroupedDigits at(FoldedText text, int start) {
        char before = text.at(start - 1);
        if (text.isWord(start - 1) || (before == '-' || before == '.' || before == ',') && text.isWord(start - 2)) {
            return NONE;
        }
        boolean goesOn = before == ' ' && text.isDigit(start - 2) && text.at(text.digitsEnd(start)) == ' ';
        if (goesOn) {
            return NONE;
        }
        var digits = new StringBuilder();
        var groups = new StringBuilder();
        int end = text.digitsEnd(start);
        char sign = text.at(end);
        append(text, start, end, digits, groups);
        while (digits.length() <= MOST
                && (sign == ' ' || sign == '-')
                && text.at(end) == sign
                && text.isDigit(end + 1)) {
            int next = text.digitsEnd(end + 1);
            append(text, end + 1, next, digits, groups);
            end = next;
        }
        char after = text.at(end);
        boolean joined = (after == '-' || after == '.' || after == ',') && text.isDigit(end + 1);
        return text.isWord(end) || joined || digits.length() > MOST
                ? NONE
                : new GroupedDigits(digits.toString(), groups.toString(), end);
    }

    private static void append(FoldedText text, int start, int end, StringBuilder digits, StringBuilder groups) {
        for (int i = start; i < end && i < start + MOST + 1; i++) {
            digits.append(text.at(i));
        }
        groups.append((char) ('0' + Math.min(end - start, MOST + 1)));
    }

    boolean together() {
        return groups.length() == 1;
    }
}
