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
    /** Names that begin with, or hold, what ends the name of another. */
    private static final String[] NAMES_WITH_UNITS = {
        "四日市市", "市川市", "市原市", "市貝町", "市川三郷町", "市川町", "八日市場市", "廿日市市", "野々市市", "余市町", "余市郡", "郡山市", "郡上市",
        "大和郡山市", "小郡市", "蒲郡市", "町田市", "大町市", "大町町", "十日町市", "村上市", "村山市", "村田町", "東村山市", "武蔵村山市", "田村市",
        "大村市", "羽村市", "玉村町", "北村山郡", "西村山郡", "東村山郡"
    };
    /** How addresses of Kyoto tell their place between two streets. */
    private static final String[] STREETS = {"上る", "下る", "上ル", "下ル", "東入", "西入", "南入", "北入"};

    private static final String[] LABELS = {"所在地", "現住所", "住所", "当時", "本社", "本店"};
    private static final int LONGEST_MUNICIPALITY = 9;
    private static final int LONGEST_TOWN = 30;
    private static final String BEHIND_BARE_NUMBER = " \n\t\0()、。,";

    private PostalAddresses() {}

    /** The postal code, and the address behind it, at a postal sign or words for it of this length. */
    static Span atSign(FoldedText text, int sign, int length) {
        int code = text.skipSpaces(sign + length);
        int end = codeEnd(text, text.skipSpaces(text.at(code) == ':' ? code + 1 : code));
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
        for (String label : LABELS) {
            start = text.startsWith(label, start) && start + label.length() < last ? start + label.length() : start;
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
        int town = municipalityEnd(text, start);
        for (int i = town; town > 0 && i - town < LONGEST_TOWN; i++) {
            if (HouseNumber.isNumber(text, i)) {
                HouseNumber house = HouseNumber.at(text, i);
                if (strictly ? isHouseForSure(text, house, town, i) : isHouse(text, house, i)) {
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

    /** The place behind the name of a city, a ward, a town, a village or a district that begins here, or -1. */
    private static int municipalityEnd(FoldedText text, int start) {
        for (String name : NAMES_WITH_UNITS) {
            if (text.startsWith(name, start)) {
                return start + name.length();
            }
        }
        int place = start;
        while (place - start < LONGEST_MUNICIPALITY && MUNICIPALITIES.indexOf(text.at(place)) < 0) {
            if (!isName(text.at(place))) {
                return -1;
            }
            place++;
        }
        return place == start || place - start >= LONGEST_MUNICIPALITY ? -1 : place + 1;
    }

    /** Streets and lots whose number is a part of a place's name. */
    private static boolean isStreet(FoldedText text, int number) {
        int end = text.digitsEnd(number);
        return text.at(end) == '条' || text.at(end) == '線' || text.startsWith("地割", end);
    }

    /** Without a prefecture, and where a result of a game or a range of years may be meant. */
    private static boolean isHouseForSure(FoldedText text, HouseNumber house, int town, int start) {
        boolean named = start - town >= 2 && text.at(start - 1) != ' ';
        boolean told = text.at(town) == 'は' && Character.isIdeographic(text.at(town + 1));
        boolean block = house.whole() && named && !told;
        return house.found()
                && (house.parts() > 2
                        || house.plot()
                        || isGrid(text, house, start)
                        || block && (!text.isDigit(start + 1) || isTown(text, start - 1) || text.at(town - 1) == '区')
                        || text.within(STREETS, town, start) && isBare(text, house, start));
    }

    /** A block of Hokkaidō between its streets, {@code 北7条西13丁目}. */
    private static boolean isGrid(FoldedText text, HouseNumber house, int start) {
        return "東西南北".indexOf(text.at(start - 1)) >= 0 && text.at(start - 2) == '条' && text.endsWith("丁目", house.end());
    }

    private static boolean isTown(FoldedText text, int last) {
        return "町通台前丘".indexOf(text.at(last)) >= 0;
    }

    private static boolean isHouse(FoldedText text, HouseNumber house, int start) {
        if (!house.found()) {
            return false;
        }
        return house.whole() || isGrid(text, house, start) || isBare(text, house, start);
    }

    private static boolean isBare(FoldedText text, HouseNumber house, int start) {
        return house.parts() == 1
                && house.end() - start >= 2
                && text.isDigit(house.end() - 1)
                && Character.isIdeographic(text.at(start - 1))
                && BEHIND_BARE_NUMBER.indexOf(text.at(house.end())) >= 0
                && !isYear(text, house.end());
    }

    /** Whether the number before is a year that an era explains: {@code 1859（安政6）年}. */
    private static boolean isYear(FoldedText text, int end) {
        int close = end;
        while (text.at(end) == '(' && close - end < LONGEST_MUNICIPALITY && text.at(close) != ')') {
            close++;
        }
        return text.at(close + 1) == '年';
    }

    private static boolean isName(char c) {
        return Character.isIdeographic(c) || c >= '\u3041' && c <= '\u30FF' && c != 'を';
    }
}
