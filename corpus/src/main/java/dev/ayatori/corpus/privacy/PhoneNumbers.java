package dev.ayatori.corpus.privacy;

/**
 * Tells telephone numbers: of Japan by their lengths and groups (Ministry of Internal Affairs and Communications, numbering
 * plan), of North America by theirs, of all countries behind a plus sign (ITU-T E.164), and others that a label announces.
 */
final class PhoneNumbers {
    private static final int MOST_GROUPS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int FEWEST_DIGITS = 6;
    private static final int NEAR = 8;
    private static final String UNITS = "円%個人件点回位年月日時分倍株票冊枚本度";
    private static final String NEVER_BEFORE = "=#$&¥￥~^*";
    /** Before Japan's code in Europe, North America and, by mistake, in Japan. */
    private static final String[] ABROAD = {"00", "011", "010"};

    /** Beginnings that no country has (ITU-T E.164, assigned country codes). */
    private static final String[] UNASSIGNED = {
        "210", "214", "215", "217", "219", "259", "28", "292", "293", "294", "295", "296", "384", "388", "42", "69",
        "80", "83", "851", "854", "857", "858", "859", "87", "884", "885", "887", "889", "89", "969", "978", "990",
        "997", "999"
    };

    private final FoldedText text;
    private final int start;
    private final StringBuilder digits = new StringBuilder();
    private final StringBuilder groups = new StringBuilder();
    private boolean spacesOnly = true;
    private boolean unusual;

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
            if (!open && digits.length() >= FEWEST_DIGITS && endsCleanly(end) && isNumber(international)) {
                best = end;
            }
            int next = separatorEnd(end, last);
            if (next == end && text.at(end - 1) != ')') {
                break;
            }
            last = next == end ? last : text.at(end);
            open |= next > end && text.at(next - 1) == '(';
            spacesOnly &= last == ' ';
            unusual |= last == '/' || last == 'の';
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
            case '/', 'の' -> digits.charAt(0) == '0' ? place + 1 : place;
            case ' ' -> last == '-' || last == '.' ? place : text.at(place + 1) == '(' ? place + 2 : place + 1;
            default -> place;
        };
    }

    /** A slash may part a number in groups from another one. */
    private boolean endsCleanly(int end) {
        char next = text.at(end);
        boolean joined =
                (next == '-' || next == '.' || next == ',' || next == '/' && together()) && text.isDigit(end + 1);
        return !text.isWord(end) && !joined && UNITS.indexOf(next) < 0;
    }

    private boolean isNumber(boolean international) {
        if (international) {
            return isInternational(0);
        }
        boolean announced = !unusual && Labels.telephone(text, start);
        if (!announced && isOther()) {
            return false;
        }
        return isJapanese(announced) || isNorthAmerican(announced) || isAbroad() || announced && isLabelled();
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

    private int lastGroup() {
        return groups.charAt(groups.length() - 1) - '0';
    }

    /** A country's code and a number in it behind so many digits; Japan's and North America's have fixed lengths. */
    private boolean isInternational(int from) {
        int length = digits.length() - from;
        if (length < 8 || digits.charAt(from) == '0' || lastGroup() == 1) {
            return false;
        }
        for (String code : UNASSIGNED) {
            if (digits.indexOf(code, from) == from) {
                return false;
            }
        }
        if (digits.charAt(from) == '1') {
            return length == 11;
        }
        if (digits.indexOf("81", from) == from) {
            int national = length - 2 - (digits.charAt(from + 2) == '0' ? 1 : 0);
            return national == 9 || national == 10;
        }
        return groups.length() > 1 || length >= 10;
    }

    /** A number of Japan in groups as it is dialled elsewhere. */
    private boolean isAbroad() {
        for (String prefix : ABROAD) {
            if (groups.length() > 2 && digits.indexOf(prefix + "81") == 0 && isInternational(prefix.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isJapanese(boolean announced) {
        if (digits.length() < 10 || digits.charAt(0) != '0' || digits.charAt(1) == '0') {
            return false;
        }
        String grouping = groups.toString();
        if (digits.length() == 11) {
            boolean mobile = digits.charAt(1) >= '5' && digits.charAt(2) == '0' && digits.charAt(3) != '0';
            boolean free = digits.indexOf("0800") == 0 && (grouping.equals("434") || together());
            return free || mobile && (together() || grouping.equals("344") || grouping.equals("38"));
        }
        if (digits.length() != 10) {
            return false;
        }
        boolean service = digits.indexOf("0120") == 0 || digits.indexOf("0570") == 0 || digits.indexOf("0990") == 0;
        if (service && (together() || grouping.charAt(0) == '4')) {
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

    /** In groups behind a label: any of eight digits or more, and one of six or seven within its area. */
    private boolean isLabelled() {
        String grouping = groups.toString();
        boolean local = grouping.equals("34") || grouping.equals("24");
        boolean decimal = groups.length() == 2 && text.at(start + groups.charAt(0) - '0') == '.';
        return !decimal && (local || digits.length() >= 8 && groups.length() > 1 && lastGroup() >= 3);
    }
}
