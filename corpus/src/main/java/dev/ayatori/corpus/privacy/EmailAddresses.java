package dev.ayatori.corpus.privacy;

import java.util.Set;

/** Tells e-mail addresses by their at sign, also written as {@code (at)}. */
final class EmailAddresses {
    private static final String LOCAL_SIGNS = ".!#$%&'*+/=?^_`{|}~-";
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_JAPANESE = 20;
    private static final String[] AT = {
        "at ", "(at)", "[at]", "{at}", "<at>", "(a)", "[a]", "(アット)", "[アット]", "(アットマーク)", "[アットマーク]", "&#64;", "&#x40;"
    };
    private static final String[] DOT = {"dot ", "[dot]", "(dot)", "{dot}", "[.]", "(.)", "[ドット]", "(ドット)"};
    /** What tells readers to put the at sign where another sign stands. */
    private static final String[] REPLACED = {"を@", "@に"};

    private static final int REPLACED_WITHIN = 24;
    /** Names of files that look like hosts: {@code icon@2x.png}. */
    private static final Set<String> FILE_ENDINGS = Set.of(
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "webp",
            "css",
            "js",
            "mjs",
            "ts",
            "map",
            "json",
            "html",
            "htm",
            "xml",
            "zip",
            "gz",
            "tgz",
            "jar",
            "class",
            "java",
            "py",
            "rb",
            "so",
            "dll",
            "exe",
            "txt",
            "md",
            "log",
            "conf",
            "service",
            "timer",
            "target",
            "socket",
            "mount",
            "local",
            "localdomain",
            "localhost");
    /** Domains that RFC 2606 and JPRS keep for examples: nobody lives there. */
    private static final Set<String> RESERVED =
            Set.of("example.com", "example.net", "example.org", "example.edu", "example.jp", "example.co.jp");

    private static final Set<String> RESERVED_ENDINGS = Set.of("example", "test", "invalid", "localhost");

    private EmailAddresses() {}

    /**
     * The address around the at sign at this place, or around what stands for one; it begins at or behind {@code from}.
     *
     * <p>A star or a square stands for one where the text says so: {@code taro★kitahama.co.jp（★を@に）}.
     */
    static Span around(FoldedText text, int place, int from) {
        int sign = atSign(text, place);
        if (sign == 0) {
            return Span.NONE;
        }
        boolean spelt = sign > 1;
        int localEnd = spelt ? skipBack(text, place, from) : place;
        int start = localEnd;
        while (start > from && localEnd - start < LONGEST_LOCAL && isLocal(text, start - 1)) {
            start--;
        }
        while (start < localEnd && !text.isWord(start)) {
            start++;
        }
        if (start == localEnd) {
            return Span.NONE;
        }
        int domain = spelt ? text.skipSpaces(place + sign) : place + sign;
        int end = domainEnd(text, domain);
        boolean meant = switch (text.at(place)) {
            case '@', '(', '[', '{', '<', '&' -> true;
            case 'a' -> isSpeltThroughout(text, domain, end) && isIntroduced(text, start);
            default -> text.within(REPLACED, end, end + REPLACED_WITHIN);
        };
        return end > 0 && meant && !isPartOfAnother(text, start, end) ? new Span(start, end) : Span.NONE;
    }

    private static boolean isSpeltThroughout(FoldedText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.at(i) == '.') {
                return false;
            }
        }
        return true;
    }

    /** In words, {@code taro at kitahama dot co dot jp}, after a colon or an opening bracket: others tell where something is. */
    private static boolean isIntroduced(FoldedText text, int start) {
        char before = text.at(start - 1) == ' ' ? text.at(start - 2) : text.at(start - 1);
        return before == ':' || before == '<' || before == '(' || before == '[';
    }

    /** How many chars the at sign takes here, 0 where there is none. */
    private static int atSign(FoldedText text, int place) {
        char c = text.at(place);
        if (c == '@' || c >= 0x80) {
            return 1;
        }
        for (String spelt : AT) {
            if (text.startsWith(spelt, place)) {
                return spelt.length();
            }
        }
        return 0;
    }

    private static int skipBack(FoldedText text, int place, int from) {
        int end = place;
        while (end > from && place - end < 2 && text.at(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private static boolean isLocal(FoldedText text, int place) {
        return isAlphanumeric(text, place) || LOCAL_SIGNS.indexOf(text.at(place)) >= 0;
    }

    /** The place behind a domain that begins here, or 0: labels parted by dots, the last one of letters. */
    private static int domainEnd(FoldedText text, int start) {
        int label = start;
        int end = labelEnd(text, start);
        if (end == start) {
            end = japaneseEnd(text, start);
        }
        while (end > label && end - start < LONGEST_DOMAIN) {
            int dot = dotEnd(text, end);
            int next = dot == end ? dot : labelEnd(text, dot);
            if (next == dot) {
                break;
            }
            label = dot;
            end = next;
        }
        boolean named = label > start && end - label >= 2;
        for (int i = label; i < end; i++) {
            named &= text.isLetter(i);
        }
        return named && !isAnybodys(text, start, label, end) ? end : 0;
    }

    private static int labelEnd(FoldedText text, int start) {
        int end = start;
        while (isAlphanumeric(text, end)
                || text.at(end) == '-' && end > start && (isAlphanumeric(text, end + 1) || text.at(end + 1) == '-')) {
            end++;
        }
        return end;
    }

    private static boolean isAlphanumeric(FoldedText text, int place) {
        return text.isDigit(place) || text.isLetter(place);
    }

    /** The first label may be Japanese; the others are not, since a sentence may go on behind an address. */
    private static int japaneseEnd(FoldedText text, int start) {
        int end = start;
        while (end - start < LONGEST_JAPANESE
                && (Character.isIdeographic(text.at(end)) || text.at(end) >= '\u3041' && text.at(end) <= '\u30FF')) {
            end++;
        }
        return end;
    }

    private static int dotEnd(FoldedText text, int place) {
        if (text.at(place) == '.') {
            return place + 1;
        }
        int begin = text.at(place) == ' ' ? place + 1 : place;
        for (String spelt : DOT) {
            if (text.startsWith(spelt, begin)) {
                return text.skipSpaces(begin + spelt.length());
            }
        }
        return place;
    }

    private static boolean isAnybodys(FoldedText text, int start, int lastLabel, int end) {
        String ending = word(text, lastLabel, end);
        if (FILE_ENDINGS.contains(ending) || RESERVED_ENDINGS.contains(ending)) {
            return true;
        }
        String domain = word(text, start, end);
        return RESERVED.stream().anyMatch(name -> domain.equals(name) || domain.endsWith("." + name));
    }

    private static String word(FoldedText text, int start, int end) {
        var word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            word.append(text.at(i));
        }
        return word.toString();
    }

    /** Passwords in web addresses, remote repositories, handles such as {@code @user@host}, macros of TeX, matrices. */
    private static boolean isPartOfAnother(FoldedText text, int start, int end) {
        char before = text.at(start - 1);
        boolean inAddress = text.endsWith("://", start) || before == ':' && isInAddress(text, start);
        boolean remote =
                text.at(end) == ':' && (text.isLetter(end + 1) || text.at(end + 1) == '~' || text.at(end + 1) == '/');
        boolean call = text.at(end) == '(' && text.at(end + 1) == ')';
        return before == '@' || before == '\\' || inAddress || remote || call || text.at(end) == '@';
    }

    private static boolean isInAddress(FoldedText text, int place) {
        for (int i = place - 1; i > place - 40 && text.at(i) > ' '; i--) {
            if (text.endsWith("://", i)) {
                return true;
            }
        }
        return false;
    }
}
