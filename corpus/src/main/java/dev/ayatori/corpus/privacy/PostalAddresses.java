package dev.ayatori.corpus.privacy;

/**
 * Tells Japanese postal addresses: postal codes behind their sign; prefecture, municipality, town and house number, with the
 * postal code before them; and without the prefecture where block, plot and house are all there.
 */
final class PostalAddresses {
    private static final String[] PREFECTURES = {
        "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県",
        "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県",
        "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県",
        "鹿児島県", "沖縄県"
    };
    private static final String MUNICIPALITIES = "市区町村郡";
    private static final String[] NAMES_IN_KANA = {
        "さいたま", "つくば", "いわき", "ひたちなか", "かすみがうら", "つくばみらい", "みどり", "ふじみ野", "いすみ", "あきる野", "かほく", "あわら", "みよし", "あま",
        "いなべ", "たつの", "さぬき", "東かがわ", "うきは", "みやま", "えびの", "いちき串木野", "南あわじ", "むつ", "つがる", "にかほ", "さくら", "うるま"
    };
    private static final int LONGEST_MUNICIPALITY = 9;
    private static final int LONGEST_TOWN = 30;
    private static final String BEHIND_BARE_NUMBER = " \n\t\0()、。,";

    private PostalAddresses() {}

    /** The postal code, and the address behind it, at a postal sign. */
    static Span atSign(FoldedText text, int sign) {
        int end = codeEnd(text, text.skipSpaces(sign + 1));
        if (end < 0) {
            return Span.NONE;
        }
        int address = end;
        while (address - end < 3 && (text.at(address) == ' ' || text.at(address) == '\n')) {
            address++;
        }
        int body = afterPrefecture(text, address);
        int behind = body > 0 ? houseEnd(text, body, false) : houseEnd(text, address, true);
        return new Span(sign, behind > 0 ? behind : end);
    }

    /** The address around the last character of a prefecture's name. */
    static Span atPrefecture(FoldedText text, int last, int from) {
        for (String prefecture : PREFECTURES) {
            int start = last + 1 - prefecture.length();
            if (start >= from && text.startsWith(prefecture, start)) {
                int end = houseEnd(text, text.skipSpaces(last + 1), false);
                return end > 0 ? new Span(withCode(text, start, from), end) : Span.NONE;
            }
        }
        return Span.NONE;
    }

    /** The address around the last character of a city's, ward's or district's name. */
    static Span atMunicipality(FoldedText text, int last, int from) {
        int start = last;
        while (start > from && last - start < LONGEST_MUNICIPALITY && isNameOfCity(text.at(start - 1))) {
            start--;
        }
        for (String name : NAMES_IN_KANA) {
            boolean whole = last - name.length() >= from && text.endsWith(name, last);
            start = whole ? last - name.length() : start;
        }
        int end = start == last ? -1 : houseEnd(text, start, true);
        return end > last ? new Span(withCode(text, start, from), end) : Span.NONE;
    }

    private static boolean isNameOfCity(char c) {
        return Character.isIdeographic(c) || c >= '\u30A1' && c <= '\u30FA';
    }

    private static int afterPrefecture(FoldedText text, int start) {
        for (String prefecture : PREFECTURES) {
            if (text.startsWith(prefecture, start)) {
                return text.skipSpaces(start + prefecture.length());
            }
        }
        return -1;
    }

    /** Three digits and four, with or without a hyphen. */
    private static int codeEnd(FoldedText text, int start) {
        int first = text.digitsEnd(start);
        if (first - start == 7) {
            return first;
        }
        int hyphen = text.at(first) == '-' ? first + 1 : first;
        int second = text.digitsEnd(hyphen);
        return first - start == 3 && second - hyphen == 4 ? second : -1;
    }

    /** Where the postal code before an address begins, with its sign, or the address where there is none. */
    private static int withCode(FoldedText text, int start, int from) {
        int end = start;
        while (end > from && start - end < 3 && (text.at(end - 1) == ' ' || text.at(end - 1) == '\n')) {
            end--;
        }
        int code = end - 8;
        if (code < from || codeEnd(text, code) != end || text.isWord(code - 1)) {
            return start;
        }
        return code > from && text.at(code - 1) == '〒' ? code - 1 : code;
    }

    /** The place behind the house that stands in a municipality from here on, or -1. */
    private static int houseEnd(FoldedText text, int start, boolean strictly) {
        int place = start;
        while (place - start < LONGEST_MUNICIPALITY && MUNICIPALITIES.indexOf(text.at(place)) < 0) {
            if (!isName(text.at(place))) {
                return -1;
            }
            place++;
        }
        if (place == start || place - start >= LONGEST_MUNICIPALITY) {
            return -1;
        }
        int town = place + 1;
        for (int i = town; i - town < LONGEST_TOWN; i++) {
            if (HouseNumber.isNumber(text, i)) {
                HouseNumber house = HouseNumber.at(text, i);
                if (isHouse(text, house, i, strictly)) {
                    return house.withBuilding(text);
                }
                if (text.isDigit(i)) {
                    return -1;
                }
            } else if (!isName(text.at(i)) && text.at(i) != ' ') {
                return -1;
            } else {
                // a street of Sapporo: the number belongs to its name
                i = text.isDigit(i + 1) && isStreet(text, i + 1) ? text.digitsEnd(i + 1) : i;
            }
        }
        return -1;
    }

    private static boolean isStreet(FoldedText text, int number) {
        char unit = text.at(text.digitsEnd(number));
        return unit == '条' || unit == '線';
    }

    private static boolean isHouse(FoldedText text, HouseNumber house, int start, boolean strictly) {
        if (!house.found()) {
            return false;
        }
        if (strictly) {
            return house.parts() > 2 || house.plot() || house.parts() == 2 && !text.isDigit(start + 1) && house.whole();
        }
        boolean bare = house.parts() == 1
                && house.end() - start >= 2
                && text.isDigit(house.end() - 1)
                && Character.isIdeographic(text.at(start - 1))
                && BEHIND_BARE_NUMBER.indexOf(text.at(house.end())) >= 0;
        return house.whole() || bare;
    }

    private static boolean isName(char c) {
        return Character.isIdeographic(c) || c >= '\u3041' && c <= '\u30FF' && c != 'を';
    }
}
