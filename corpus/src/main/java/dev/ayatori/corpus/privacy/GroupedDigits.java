package dev.ayatori.corpus.privacy;

/**
 * Digits that stand together, or in groups with one and the same sign between each two.
 *
 * @param digits without the signs
 * @param groups digits in each group
 * @param sign what parts the groups; what follows where there is but one
 * @param end the place behind the last digit
 */
record GroupedDigits(String digits, String groups, char sign, int end) {
    private static final int MOST = 20;
    private static final String SIGNS = " -.・·";
    private static final GroupedDigits NONE = new GroupedDigits("", "", '\0', -1);

    /** Reads what begins here; nothing when it is part of a longer word or number. */
    static GroupedDigits at(FoldedText text, int start) {
        char before = text.at(start - 1);
        boolean behind = before == '-' && text.isWord(start - 2)
                || (before == '.' || before == ',') && text.isDigit(start - 2)
                || before == ' ' && text.isDigit(start - 2) && text.at(text.digitsEnd(start)) == ' ';
        if (behind || text.isWord(start - 1)) {
            return NONE;
        }
        var digits = new StringBuilder();
        var groups = new StringBuilder();
        int end = text.digitsEnd(start);
        char sign = text.at(end);
        append(text, start, end, digits, groups);
        while (SIGNS.indexOf(sign) >= 0 && text.at(end) == sign && text.isDigit(end + 1)) {
            int next = text.digitsEnd(end + 1);
            if (sign == ' ' && isOther(text, next) || digits.length() + next - end - 1 > MOST) {
                break;
            }
            append(text, end + 1, next, digits, groups);
            end = next;
        }
        char after = text.at(end);
        boolean joined =
                after == '-' && text.isWord(end + 1) || (after == '.' || after == ',') && text.isDigit(end + 1);
        return text.isWord(end) || joined || digits.length() > MOST
                ? NONE
                : new GroupedDigits(digits.toString(), groups.toString(), sign, end);
    }

    /** Whether what ends here goes on as something else than a group between spaces. */
    private static boolean isOther(FoldedText text, int end) {
        return text.isWord(end) || "-./:(・·".indexOf(text.at(end)) >= 0 && text.isWord(end + 1);
    }

    private static void append(FoldedText text, int start, int end, StringBuilder digits, StringBuilder groups) {
        for (int i = start; i < end && i < start + MOST + 1; i++) {
            digits.append(text.at(i));
        }
        groups.append((char) ('0' + Math.min(end - start, MOST + 1)));
    }

    /** The same without the groups behind the first ones. */
    GroupedDigits first(int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            kept += groups.charAt(i) - '0';
        }
        int dropped = digits.length() - kept + groups.length() - count;
        return new GroupedDigits(digits.substring(0, kept), groups.substring(0, count), sign, end - dropped);
    }

    boolean together() {
        return groups.length() == 1;
    }
}
