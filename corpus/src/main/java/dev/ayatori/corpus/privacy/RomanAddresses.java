package dev.ayatori.corpus.privacy;

/** Tells Japanese postal addresses in Latin letters, such as {@code 4-2-8 Shibakoen, Minato-ku, Tokyo 105-0011}. */
final class RomanAddresses {
    private static final int REACH = 48;
    private static final String[] ENDINGS = {
        "-ku", "-shi", "-gun", "-ken", "-fu", "-to", "-cho", "-machi", "-mura", "-son"
    };
    /** Words of a sentence, not of an address. */
    private static final String[] SENTENCE = {"in", "of", "at", "for", "and", "from", "to", "the"};

    private static final String[] PLACES = {"tokyo", "osaka", "kyoto", "hokkaido", "japan"};

    private RomanAddresses() {}

    /** The address around the hyphen of a municipality's name. */
    static Span around(FoldedText text, int hyphen, int from) {
        int end = ending(text, hyphen);
        if (end < 0) {
            return Span.NONE;
        }
        int start = numberBefore(text, hyphen, from);
        return start < 0 ? Span.NONE : new Span(start, placesEnd(text, end));
    }

    private static int ending(FoldedText text, int hyphen) {
        for (String ending : ENDINGS) {
            if (text.startsWith(ending, hyphen) && !text.isWord(hyphen + ending.length())) {
                return hyphen + ending.length();
            }
        }
        return -1;
    }

    /** Where numbers joined by hyphens begin that only words and commas part from the name. */
    private static int numberBefore(FoldedText text, int hyphen, int from) {
        int place = hyphen;
        while (place > from && hyphen - place < REACH && isPlain(text, place - 1)) {
            place--;
        }
        int digits = place;
        while (digits > from && (text.isDigit(digits - 1) || text.at(digits - 1) == '-' && text.isDigit(digits - 2))) {
            digits--;
        }
        boolean joined = false;
        for (int i = digits; i < place; i++) {
            joined |= text.at(i) == '-';
        }
        boolean told = text.within(SENTENCE, place, hyphen);
        return joined && !told && !text.isWord(digits - 1) ? digits : -1;
    }

    private static boolean isPlain(FoldedText text, int place) {
        char c = text.at(place);
        return text.isLetter(place) || c == ' ' || c == ',' || c == '-' && text.isLetter(place - 1);
    }

    /** Behind the further names, the postal code and the country that follow. */
    private static int placesEnd(FoldedText text, int start) {
        int end = start;
        int place = start;
        while (place - start < REACH) {
            while (text.at(place) == ' ' || text.at(place) == ',') {
                place++;
            }
            int word = place;
            while (text.isLetter(word)) {
                word++;
            }
            int code = text.digitsEnd(place);
            if (word > place) {
                int hyphenated = ending(text, word);
                end = hyphenated > 0 ? hyphenated : isPlace(text, place, word) ? word : end;
                place = Math.max(word, hyphenated);
            } else if (code - place == 3 && text.at(code) == '-' && text.digitsEnd(code + 1) - code == 5) {
                place = code + 5;
                end = place;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isPlace(FoldedText text, int start, int end) {
        for (String name : PLACES) {
            if (end - start == name.length() && text.startsWith(name, start)) {
                return true;
            }
        }
        return false;
    }
}
