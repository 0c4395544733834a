package dev.ayatori.corpus.privacy;

/**
 * The end of a Japanese address: block, plot and house, as {@code 4-2-8}, {@code 四丁目二番八号}, {@code 123番地の4}, with a
 * building and a room behind it.
 *
 * @param parts how many numbers there are
 * @param plot whether one of them is called a plot ({@code 番地})
 * @param end the place behind it, or -1 where there is none
 */
record HouseNumber(int parts, boolean plot, int end) {
    private static final HouseNumber NONE = new HouseNumber(0, false, -1);
    private static final String[] UNITS = {"丁目", "番地", "番", "号室", "号", "条", "線", "軒"};
    private static final String NOT_BEHIND = "月日年時分円万億人件点回位個度%倍世歳才代キk";
    private static final String[] BUILDINGS = {
        "号室", "ビルディング", "ビル", "マンション", "ハイツ", "コーポ", "アパート", "タワー", "ハウス", "メゾン", "パレス", "レジデンス", "プラザ", "荘", "寮", "棟",
        "階", "号館"
    };
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_BUILDING = 24;

    /** Reads one that begins here. */
    static HouseNumber at(FoldedText text, int start) {
        int place = start;
        int parts = 0;
        boolean plot = false;
        boolean unit = false;
        boolean parted = false;
        int end = -1;
        while (parts < MOST_PARTS) {
            int number = numberEnd(text, place);
            if (number == place) {
                break;
            }
            parts++;
            end = number;
            place = number;
            String word = unit(text, place);
            plot |= word.equals("番地");
            unit |= !word.isEmpty();
            end += word.length();
            place = end;
            boolean joins = text.at(place) == '-'
                    || (text.at(place) == 'の' || text.at(place) == '之') && isNumber(text, place + 1);
            parted |= joins;
            place += joins ? 1 : 0;
        }
        boolean count = !unit && NOT_BEHIND.indexOf(text.at(end)) >= 0;
        return parts == 0 || count || !unit && parts > 1 && !parted ? NONE : new HouseNumber(parts, plot, end);
    }

    /** Whether digits or kanji of a number begin here. */
    static boolean isNumber(FoldedText text, int place) {
        return text.isDigit(place) || FoldedText.KANJI_NUMBERS.indexOf(text.at(place)) >= 0;
    }

    boolean found() {
        return end >= 0;
    }

    /** Whether it leads to one house: a number alone may be anything. */
    boolean whole() {
        return plot || parts > 1;
    }

    private static int numberEnd(FoldedText text, int place) {
        if (text.isDigit(place)) {
            int end = text.digitsEnd(place);
            return end - place <= 5 ? end : place;
        }
        int end = place;
        while (FoldedText.KANJI_NUMBERS.indexOf(text.at(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static String unit(FoldedText text, int place) {
        for (String unit : UNITS) {
            if (text.startsWith(unit, place)) {
                return unit;
            }
        }
        return "";
    }

    /** The place behind the building and the room that follow, or behind the number where none do. */
    int withBuilding(FoldedText text) {
        int limit = text.at(end) == ' ' ? end + 1 : end;
        int stop = limit;
        while (stop - limit < LONGEST_BUILDING && isName(text, stop)) {
            stop++;
        }
        int behind = namedBehind(text, limit);
        for (int i = limit; i < stop; i++) {
            for (String building : BUILDINGS) {
                if (text.startsWith(building, i) && i + building.length() <= stop) {
                    behind = Math.max(behind, i + building.length());
                }
            }
            boolean floor = text.at(i) == 'f' && text.isDigit(i - 1) && !text.isWord(i + 1);
            behind = floor ? i + 1 : behind;
        }
        return behind == end ? end : roomEnd(text, behind);
    }

    /** Behind a building's word that its name follows, up to the room's number: {@code コーポあさひ102}. */
    private int namedBehind(FoldedText text, int start) {
        for (String building : BUILDINGS) {
            if (text.startsWith(building, start)) {
                int place = start + building.length();
                while (place - start < LONGEST_BUILDING
                        && (text.at(place) >= '\u3041' && text.at(place) <= '\u30FF'
                                || Character.isIdeographic(text.at(place)))) {
                    place++;
                }
                return text.isDigit(place) ? place : end;
            }
        }
        return end;
    }

    private static int roomEnd(FoldedText text, int place) {
        int start = text.skipSpaces(place) - place <= 1 ? text.skipSpaces(place) : place;
        int room = start;
        while (text.isDigit(room) || text.isLetter(room) || text.at(room) == '-' && text.isDigit(room + 1)) {
            room++;
        }
        for (String unit : new String[] {"号室", "号", "階"}) {
            if (room > start && text.startsWith(unit, room)) {
                return room + unit.length();
            }
        }
        return room > start && text.isDigit(start) ? room : place;
    }

    /** Signs that names of buildings are made of; a sentence that goes on has hiragana. */
    private static boolean isName(FoldedText text, int place) {
        char c = text.at(place);
        return text.isWord(place)
                || c == ' '
                || c == '-'
                || c == 'の'
                || c == '・'
                || c >= '\u30A1' && c <= '\u30FF'
                || Character.isIdeographic(c);
    }
}
