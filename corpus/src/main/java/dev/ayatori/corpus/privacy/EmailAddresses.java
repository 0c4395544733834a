package dev.ayatori.corpus.privacy;

import java.util.Set;

/** Tells e-mail addresses by their at sign, also written as {@code (at)}. */
final class EmailAddresses {
    private static final String LOCAL_SIGNS = ".!#$%&'*+/=?^_`{|}~-";
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final String[] AT = {"(at)", "[at]", "{at}", "<at>", "(a)", "[a]"};
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

    /** The address around the at sign, or around the bracket of one that is spelt, at this place; it begins at or behind {@code from}. */
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
        int domain = spelt ? text.skipSpaces(place + sign) : place + sign;
        int end = domainEnd(text, domain);
        boolean address = start < localEnd && end > 0 && !isPartOfAnother(text, start, end);
        return address ? new Span(start, end) : Span.NONE;
    }

    private static int atSign(FoldedText text, int place) {
        if (text.at(place) == '@') {
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
        return text.isWord(place) || LOCAL_SIGNS.indexOf(text.at(place)) >= 0;
    }

    /** The place behind a domain that begins here, or 0: labels parted by dots, the last one of letters. */
    private static int domainEnd(FoldedText text, int start) {
        int end = start;
        int lastDot = -1;
        int dots = 0;
        while (end - start < LONGEST_DOMAIN && (text.isDigit(end) || text.isLetter(end) || isInner(text, end, start))) {
            if (text.at(end) == '.') {
                lastDot = end;
                dots++;
            }
            end++;
        }
        if (dots == 0 || end - lastDot < 3) {
            return 0;
        }
        for (int i = lastDot + 1; i < end; i++) {
            if (!text.isLetter(i)) {
                return 0;
            }
        }
        return isAnybodys(text, start, lastDot, end) ? 0 : end;
    }

    private static boolean isInner(FoldedText text, int place, int start) {
        char c = text.at(place);
        boolean joins = place > start && (text.isDigit(place + 1) || text.isLetter(place + 1));
        return c == '.' && joins && text.at(place - 1) != '.' || c == '-' && (joins || text.at(place + 1) == '-');
    }

    private static boolean isAnybodys(FoldedText text, int start, int lastDot, int end) {
        String ending = word(text, lastDot + 1, end);
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

    /** Passwords in web addresses, remote repositories, and handles such as {@code @user@host}. */
    private static boolean isPartOfAnother(FoldedText text, int start, int end) {
        char before = text.at(start - 1);
        boolean inAddress = text.endsWith("://", start) || before == ':' && isInAddress(text, start);
        boolean remote =
                text.at(end) == ':' && (text.isLetter(end + 1) || text.at(end + 1) == '~' || text.at(end + 1) == '/');
        return before == '@' || inAddress || remote || text.at(end) == '@';
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
