package dev.ayatori.corpus.privacy;

/**
 * Tells internet addresses: version 4 by its first digit, version 6 (RFC 4291, 5952) by its first colon, with a version 4
 * address at its end where one stands there.
 */
final class NetworkAddresses {
    private static final int CONTEXT = 24;
    private static final int SMALL = 64;
    private static final int GROUPS = 8;
    private static final String[] NETWORK = {
        "ip", "ipv4", "address", "addr", "host", "server", "dns", "ping", "from", "アドレス", "サーバ", "ホスト", "接続元", "アクセス"
    };
    private static final String[] VERSION = {
        "version",
        "versions",
        "ver",
        "v",
        "release",
        "rev",
        "build",
        "firmware",
        "driver",
        "section",
        "sections",
        "chapter",
        "clause",
        "fig",
        "oid",
        "バージョン",
        "ヴァージョン",
        "版",
        "リリース",
        "ビルド",
        "ファーム",
        "章",
        "節",
        "項",
        "図",
        "表"
    };
    private static final Version4 NONE = new Version4(0, false, -1);

    private final boolean privateNetworks;

    NetworkAddresses(boolean privateNetworks) {
        this.privateNetworks = privateNetworks;
    }

    /**
     * Four numbers.
     *
     * @param small whether each is as small as numbers of versions and sections are
     * @param end the place behind them, -1 for none
     */
    private record Version4(int address, boolean small, int end) {
        boolean starts(int prefix, int length) {
            return (address ^ prefix) >>> (32 - length) == 0;
        }
    }

    /** The version 4 address whose first digit stands here. */
    Span version4(FoldedText text, int start) {
        char before = text.at(start - 1);
        if (text.isWord(start - 1) || before == '.' || before == '-' && text.isWord(start - 2)) {
            return Span.NONE;
        }
        Version4 read = read(text, start);
        return read.end() > 0 && isWanted(read) && isMeant(text, start, read) ? new Span(start, read.end()) : Span.NONE;
    }

    /** Reads four numbers up to 255 between dots, also {@code [.]}; a zero before others fills up three digits. */
    private static Version4 read(FoldedText text, int start) {
        int address = 0;
        boolean small = true;
        int place = start;
        for (int i = 0; i < 4; i++) {
            int end = text.digitsEnd(place);
            int length = end - place;
            if (length == 0 || length > 3 || text.at(place) == '0' && (length == 2 || length == 3 && i == 0)) {
                return NONE;
            }
            int octet = 0;
            for (int j = place; j < end; j++) {
                octet = 10 * octet + text.digit(j);
            }
            place = i == 3 ? end : dotEnd(text, end);
            if (octet > 255 || i < 3 && place == end) {
                return NONE;
            }
            address = address << 8 | octet;
            small &= octet < SMALL;
        }
        return endsCleanly(text, place) ? new Version4(address, small, place) : NONE;
    }

    private static int dotEnd(FoldedText text, int place) {
        if (text.at(place) == '.') {
            return place + 1;
        }
        return text.startsWith("[.]", place) || text.startsWith("(.)", place) ? place + 3 : place;
    }

    /** No fifth number, no name of a file, no unit. */
    private static boolean endsCleanly(FoldedText text, int end) {
        char next = text.at(end);
        boolean joined = (next == '.' || next == '-') && text.isWord(end + 1);
        return !text.isWord(end) && !joined;
    }

    /** Not the number of a version or a section: neither named so, nor before a heading. */
    private static boolean isMeant(FoldedText text, int start, Version4 read) {
        boolean network = text.precedes(NETWORK, start, CONTEXT);
        char before = text.at(start - 1);
        boolean heading =
                (before == '\n' || before == '\0') && text.at(read.end()) == '.' && text.at(read.end() + 1) == ' ';
        return network || !read.small() && !heading && !text.precedes(VERSION, start, CONTEXT);
    }

    private boolean isWanted(Version4 read) {
        int first = read.address() >>> 24;
        return first != 0 && first < 224 && (privateNetworks || !isPrivate(read));
    }

    /** RFC 1918, 6598, 3927, 1122, 6890, 2544, and 5737 (documentation). */
    private static boolean isPrivate(Version4 read) {
        return read.starts(0x0A000000, 8)
                || read.starts(0x7F000000, 8)
                || read.starts(0x64400000, 10)
                || read.starts(0xA9FE0000, 16)
                || read.starts(0xAC100000, 12)
                || read.starts(0xC0000000, 24)
                || read.starts(0xC0000200, 24)
                || read.starts(0xC0A80000, 16)
                || read.starts(0xC6120000, 15)
                || read.starts(0xC6336400, 24)
                || read.starts(0xCB007100, 24);
    }

    /** The version 6 address whose first colon stands here; it begins at or behind {@code from}. */
    Span version6(FoldedText text, int colon, int from) {
        int start = colon;
        while (start > from && colon - start < 5 && isHex(text, start - 1)) {
            start--;
        }
        if (colon - start > 4 || text.isWord(start - 1) || isJoined(text, start)) {
            return Span.NONE;
        }
        int[] groups = new int[GROUPS];
        Version4 tail = NONE;
        int count = 0;
        int gap = -1;
        int place = start;
        while (count < GROUPS) {
            int end = groupEnd(text, place);
            if (end - place > 4) {
                return Span.NONE;
            }
            if (text.at(end) == '.' && count <= GROUPS - 2) {
                tail = read(text, place);
                if (tail.end() > 0) {
                    count += 2;
                    place = tail.end();
                    break;
                }
            }
            if (end > place) {
                groups[count++] = hex(text, place, end);
            }
            place = end;
            if (text.at(place) != ':') {
                break;
            }
            if (text.at(place + 1) == ':') {
                if (gap >= 0) {
                    return Span.NONE;
                }
                gap = count;
                place += 2;
            } else if (count < GROUPS && isHex(text, place + 1)) {
                place++;
            } else {
                break;
            }
        }
        boolean whole = gap < 0 ? count == GROUPS : count < GROUPS;
        boolean clean = !text.isWord(place) && !(text.at(place) == ':' && isHex(text, place + 1));
        return whole && clean && isWanted(groups, count, tail) ? new Span(start, place) : Span.NONE;
    }

    private static int groupEnd(FoldedText text, int place) {
        int end = place;
        while (end - place < 5 && isHex(text, end)) {
            end++;
        }
        return end;
    }

    private static int hex(FoldedText text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = value << 4 | Character.digit(text.at(i), 16);
        }
        return value;
    }

    /** A colon behind a word that is no number ends a label. */
    private static boolean isJoined(FoldedText text, int start) {
        char before = text.at(start - 1);
        return before == '.' || before == ':' && (isHex(text, start - 2) || text.at(start - 2) == ':');
    }

    /** Global unicast addresses; what RFC 6890, 3849 and 9637 keep for protocols and documentation is not anybody's. */
    private boolean isWanted(int[] groups, int count, Version4 tail) {
        int first = groups[0];
        int second = groups[1];
        boolean mapped = tail.end() > 0 && (first == 0 || first == 0xFFFF || first == 0x64 && second == 0xFF9B);
        if (mapped) {
            return isWanted(tail);
        }
        boolean documentation = first == 0x2001 && second == 0xDB8 || first == 0x3FFF && second < 0x1000;
        boolean protocol = first == 0x2001 && second > 0 && second < 0x200;
        boolean global = first >= 0x2000 && first < 0x4000 && !documentation && !protocol;
        boolean local = (first & 0xFFC0) == 0xFE80 || (first & 0xFE00) == 0xFC00;
        return count > 1 && (global || privateNetworks && (local || documentation || protocol));
    }

    private static boolean isHex(FoldedText text, int place) {
        char c = text.at(place);
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
