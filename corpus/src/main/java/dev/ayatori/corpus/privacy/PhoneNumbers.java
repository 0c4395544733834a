package dev.ayatori.corpus.privacy;

/**
 * Tells telephone numbers: of Japan by their lengths and groups (Ministry of Internal Affairs and Communications, numbering
 * plan), of North America by theirs, of all countries behind a plus sign (ITU-T E.164), and others that a label announces.
 */
final class PhoneNumbers {
    private static final int MOST_GROUPS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int NEAR = 8;
    private static final String UNITS = "円%個人件点回位年月日時分倍株票冊枚本度";
    private static final String NEVER_BEFORE = "=#$&¥￥~^*";

    private final FoldedText text;
    private final int start;
    private final StringBuilder digits = new StringBuilder();
    private final StringBuilder groups = new StringBuilder();
    private boolean spacesOnly = true;

    private PhoneNumbers(FoldedText text, int start) {
        this.text = text;
        this.start = start;
    }

    /** The number whose first digit, plus sign or parenthesis stands here; the longest that is one. */
    static Span at(FoldedText text, int start) {
        return beginsCleanly(text, start) ? new PhoneNumbers(text, start).read() : Span.NONE;
    }

    private static boolean beginsCleanly(FoldedText text, int start) {
        char before = text.at(start - 1);
        boolean joined = (before == '.' || before == '-' || before == ',' || before == '+') && text.isWord(start - 2);
        return !text.isWord(start - 1) && !joined && before != '+' && NEVER_BEFORE.indexOf(before) < 0;
    }

    private Span read() {
        int best = -1;
        boolean open = text.at(start) == '(';
        boolean international = text.at(start) == '+';
        int place = open || international ? start + 1 : start;
        char last = '\0';
        while (groups.length() < MOST_GROUPS && text.isDigit(place)) {
            int end = text.digitsEnd(place);
            if (digits.length() + end - place > MOST_DIGITS) {
                break;
            }
            append(place, end);
            if (open && text.at(end) == ')') {
                open = false;
                spacesOnly = false;
                end++;
            }
            if (!open && endsCleanly(end) && isNumber(international)) {
                best = end;
            }
            int next = separatorEnd(end, last);
            if (next == end && text.at(end - 1) != ')') {
                break;
            }
            last = next == end ? last : text.at(end);
            open |= next > end && text.at(next - 1) == '(';
            spacesOnly &= last == ' ';
            place = next;
        }
        return best > 0 ? new Span(start, best) : Span.NONE;
    }

    private void append(int place, int end) {
        for (int i = place; i < end; i++) {
            digits.append(text.at(i));
        }
        groups.append((char) ('0' + end - place));
    }

    /** Behind one sign, or a space and a parenthesis. Once hyphens part the groups, a space ends the number. */
    private int separatorEnd(int place, char last) {
        return switch (text.at(place)) {
            case '-', '.' -> text.at(place + 1) == '(' ? place + 2 : place + 1;
            case '(' -> place + 1;
            case ' ' -> last == '-' || last == '.' ? place : text.at(place + 1) == '(' ? place + 2 : place + 1;
            default -> place;
        };
    }

    private boolean endsCleanly(int end) {
        char next = text.at(end);
        boolean joined = (next == '-' || next == '.' || next == ',' || next == '/') && text.isDigit(end + 1);
        return !text.isWord(end) && !joined && UNITS.indexOf(next) < 0;
    }

    private boolean isNumber(boolean international) {
        if (international) {
            return isInternational();
        }
        boolean announced = Labels.telephone(text, start);
        if (!announced && isOther()) {
            return false;
        }
        return isJapanese(announced) || isNorthAmerican(announced) || announced && isLabelled();
    }

    /** Far labels count against digits that stand together, near ones against all. */
    private boolean isOther() {
        char before = text.at(start - 1);
        return together()
                ? Labels.otherNumber(text, start) || before == '/' || before == ':'
                : Labels.otherNumber(text, start, NEAR);
    }

    private boolean together() {
        return groups.length() == 1;
    }

    private boolean isInternational() {
        int length = digits.length();
        if (length < 8 || digits.charAt(0) == '0') {
            return false;
        }
        boolean parted = groups.length() > 1;
        return switch (digits.charAt(0)) {
            case '1' -> length == 11;
            case '8' -> digits.charAt(1) == '1' ? isJapaneseAbroad() : parted || length >= 10;
            default -> parted || length >= 10;
        };
    }

    private boolean isJapaneseAbroad() {
        int national = digits.length() - 2 - (digits.charAt(2) == '0' ? 1 : 0);
        return national == 9 || national == 10;
    }

    private boolean isJapanese(boolean announced) {
        if (digits.length() < 10 || digits.charAt(0) != '0' || digits.charAt(1) == '0') {
            return false;
        }
        String grouping = groups.toString();
        if (digits.length() == 11) {
            boolean mobile = digits.charAt(1) >= '5' && digits.charAt(2) == '0' && digits.charAt(3) != '0';
            boolean free = digits.indexOf("0800") == 0 && (grouping.equals("434") || together() && announced);
            return free || mobile && (together() || grouping.equals("344") || grouping.equals("38"));
        }
        if (digits.length() != 10) {
            return false;
        }
        boolean service = digits.indexOf("0120") == 0 || digits.indexOf("0570") == 0 || digits.indexOf("0990") == 0;
        if (service && grouping.charAt(0) == '4' && !together()) {
            return true;
        }
        boolean parted = grouping.length() == 3 && grouping.charAt(2) == '4' && isArea(grouping.charAt(0) - '0');
        return parted || announced && (together() || grouping.length() == 2);
    }

    /** Area codes have two to five digits; those of two are Tokyo, Kashiwa and Osaka. */
    private boolean isArea(int length) {
        char second = digits.charAt(1);
        return length == 2 ? second == '3' || second == '4' || second == '6' : length >= 3 && length <= 5;
    }

    private boolean isNorthAmerican(boolean announced) {
        int length = digits.length();
        boolean trunk = length == 11 && digits.charAt(0) == '1';
        if (length != 10 && !trunk) {
            return false;
        }
        String grouping = groups.toString();
        int area = trunk ? 1 : 0;
        boolean codes = digits.charAt(area) >= '2' && digits.charAt(area + 3) >= '2';
        boolean parted = grouping.equals(trunk ? "1334" : "334") && !spacesOnly;
        return codes && (parted || announced);
    }

    private boolean isLabelled() {
        int length = digits.length();
        int lastGroup = groups.charAt(groups.length() - 1) - '0';
        return length >= 8 && groups.length() > 1 && lastGroup >= 3;
    }
}
