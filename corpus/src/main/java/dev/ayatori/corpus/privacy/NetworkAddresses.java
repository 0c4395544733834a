package dev.ayatori.corpus.privacy;

/** Tells internet addresses, version 4 by its first digit and version 6 by its first colon. */
final class NetworkAddresses {
    private static final int CONTEXT = 24;
    private static final int SMALL = 32;
    private static final String[] NETWORK = {
        "ip", "ipv4", "address", "addr", "host", "server", "dns", "ping", "from", "アドレス", "サーバ", "ホスト", "接続元", "アクセス"
    };
    private static final String[] VERSION = {
        "version", "ver", "v", "release", "rev", "build", "firmware", "driver", "section", "chapter", "clause", "fig",
        "oid", "バージョン", "ヴァージョン", "版", "リリース", "ビルド", "ファーム", "章", "節", "項", "図", "表"
    };

    private final boolean privateNetworks;

    NetworkAddresses(boolean privateNetworks) {
        this.privateNetworks = privateNetworks;
    }

    /** The version 4 address whose first digit stands here. */
    Span version4(FoldedText text, int start) {
        char before = text.at(start - 1);
        if (text.isWord(start - 1) || before == '.' || before == '-' && text.isWord(start - 2)) {
            return Span.NONE;
        }
        int[] octets = new int[4];
        int place = start;
        for (int i = 0; i < octets.length; i++) {
            int end = text.digitsEnd(place);
            if (end == place || end - place > 3 || end - place > 1 && text.at(place) == '0') {
                return Span.NONE;
            }
            for (int j = place; j < end; j++) {
                octets[i] = 10 * octets[i] + text.digit(j);
            }
            boolean last = i == octets.length - 1;
            if (octets[i] > 255 || !last && text.at(end) != '.') {
                return Span.NONE;
            }
            place = last ? end : end + 1;
        }
        return endsCleanly(text, place) && isWanted(text, start, octets) ? new Span(start, place) : Span.NONE;
    }

    /** No fifth number, no name of a file, no unit. */
    private static boolean endsCleanly(FoldedText text, int end) {
        char next = text.at(end);
        boolean joined = (next == '.' || next == '-') && text.isWord(end + 1);
        return !text.isWord(end) && !joined;
    }

    private boolean isWanted(FoldedText text, int start, int[] octets) {
        if (text.precedes(VERSION, start, CONTEXT) && !text.precedes(NETWORK, start, CONTEXT)) {
            return false;
        }
        boolean small = true;
        for (int octet : octets) {
            small &= octet < SMALL;
        }
        if (small && !text.precedes(NETWORK, start, CONTEXT)) {
            return false;
        }
        return octets[0] != 0 && octets[0] < 224 && (privateNetworks || !isPrivate(octets));
    }

    /** RFC 1918, 6598, 3927, 1122, and 5737 (documentation). */
    private static boolean isPrivate(int[] octets) {
        int second = octets[1];
        return switch (octets[0]) {
            case 10, 127 -> true;
            case 100 -> second >= 64 && second < 128;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168 || second == 0 && octets[2] == 2;
            case 198 -> second == 51 && octets[2] == 100;
            case 203 -> second == 0 && octets[2] == 113;
            default -> false;
        };
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
        int groups = 0;
        int gap = -1;
        int place = start;
        while (groups < 8) {
            int end = place;
            while (end - place < 5 && isHex(text, end)) {
                end++;
            }
            if (end - place > 4) {
                return Span.NONE;
            }
            groups += end > place ? 1 : 0;
            place = end;
            if (text.at(place) != ':') {
                break;
            }
            if (text.at(place + 1) == ':') {
                if (gap >= 0) {
                    return Span.NONE;
                }
                gap = groups;
                place += 2;
            } else if (groups < 8 && isHex(text, place + 1)) {
                place++;
            } else {
                break;
            }
        }
        boolean whole = gap < 0 ? groups == 8 : groups < 8;
        boolean clean = !text.isWord(place) && !(text.at(place) == ':' && isHex(text, place + 1));
        return whole && clean && isWanted(text, start, groups) ? new Span(start, place) : Span.NONE;
    }

    /** A colon behind a word that is no number ends a label. */
    private static boolean isJoined(FoldedText text, int start) {
        char before = text.at(start - 1);
        return before == '.' || before == ':' && (isHex(text, start - 2) || text.at(start - 2) == ':');
    }

    private boolean isWanted(FoldedText text, int start, int groups) {
        int first = 0;
        int digits = 0;
        for (int i = start; isHex(text, i); i++) {
            first = first << 4 | Character.digit(text.at(i), 16);
            digits++;
        }
        boolean documentation = first == 0x2001 && text.startsWith("db8:", start + 5);
        boolean global = digits == 4 && first >= 0x2000 && first < 0x4000 && groups > 1;
        boolean local = digits == 4 && (first & 0xFFC0) == 0xFE80 || digits == 4 && (first & 0xFE00) == 0xFC00;
        return global && !documentation || privateNetworks && groups > 1 && (local || documentation);
    }

    private static boolean isHex(FoldedText text, int place) {
        char c = text.at(place);
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
