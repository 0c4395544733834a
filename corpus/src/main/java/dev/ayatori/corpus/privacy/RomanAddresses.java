package dev.ayatori.corpus.privacy;

import java.util.Set;

/**
 * Tells Japanese postal addresses in Latin letters, such as {@code 4-2-8 Shibakoen, Minato-ku, Tokyo 105-0011} and {@code
 * 2-chome 6-1, Aoba Ward, Sendai City, Miyagi}: numbers, then names one of which is a municipality's.
 */
final class RomanAddresses {
    private static final int MOST_NUMBERS = 5;
    private static final int MOST_WORDS = 14;
    private static final int UNKNOWN_BETWEEN = 3;
    private static final String[] ENDINGS = {
        "-ku", "-shi", "-gun", "-ken", "-fu", "-to", "-cho", "-machi", "-mura", "-son"
    };
    private static final Set<String> UNITS = Set.of("ward", "city", "county", "town", "village", "prefecture");
    /** Words of a sentence, not of an address. */
    private static final Set<String> SENTENCE = Set.of(
            "in", "of", "at", "for", "and", "from", "to", "the", "a", "is", "are", "was", "were", "over", "against",
            "with", "by", "on", "or", "than", "versus", "vs", "win", "loss", "victory", "defeat", "people", "million");

    private static final Set<String> PREFECTURES = Set.of(
            "hokkaido",
            "aomori",
            "iwate",
            "miyagi",
            "akita",
            "yamagata",
            "fukushima",
            "ibaraki",
            "tochigi",
            "gunma",
            "saitama",
            "chiba",
            "tokyo",
            "kanagawa",
            "niigata",
            "toyama",
            "ishikawa",
            "fukui",
            "yamanashi",
            "nagano",
            "gifu",
            "shizuoka",
            "aichi",
            "mie",
            "shiga",
            "kyoto",
            "osaka",
            "hyogo",
            "nara",
            "wakayama",
            "tottori",
            "shimane",
            "okayama",
            "hiroshima",
            "yamaguchi",
            "tokushima",
            "kagawa",
            "ehime",
            "kochi",
            "fukuoka",
            "saga",
            "nagasaki",
            "kumamoto",
            "oita",
            "miyazaki",
            "kagoshima",
            "okinawa",
            "japan");

    private static final String PLAIN_LETTERS = "āaīiūuēeōo";

    private final FoldedText text;
    private int place;
    /** Behind the last word that belongs to the address for sure. */
    private int end = -1;

    private boolean city;
    private boolean municipality;

    private RomanAddresses(FoldedText text, int place) {
        this.text = text;
        this.place = place;
    }

    /** The address whose first digit stands here. */
    static Span at(FoldedText text, int start) {
        char before = text.at(start - 1);
        boolean joined = (before == '-' || before == '.' || before == ',') && text.isWord(start - 2);
        if (text.isWord(start - 1) || joined) {
            return Span.NONE;
        }
        var address = new RomanAddresses(text, start);
        return address.numbers() && address.names() ? new Span(start, address.end) : Span.NONE;
    }

    /** Two numbers or more: {@code 4-2-8}, {@code 2-chome 6-1}, {@code 6-1, 2-chome}. */
    private boolean numbers() {
        int parts = 0;
        while (parts < MOST_NUMBERS && text.isDigit(place)) {
            place = text.digitsEnd(place);
            parts++;
            int block = chomeEnd();
            if (block > 0) {
                if (parts == 2) {
                    return false;
                }
                place = block;
            }
            int next = place;
            if (text.at(next) == '-') {
                next++;
            } else if (block > 0 || text.at(next) == ',') {
                next = text.skipSpaces(text.at(next) == ',' ? next + 1 : next);
            }
            boolean another = text.isDigit(next) && (text.at(place) == '-' || block > 0 || blockFollows(next));
            place = another ? next : place;
            if (!another) {
                break;
            }
        }
        return parts > 1;
    }

    private int chomeEnd() {
        int word = text.at(place) == '-' || text.at(place) == ' ' ? place + 1 : place;
        return text.startsWith("chome", word) && !text.isWord(word + 5) ? word + 5 : -1;
    }

    private boolean blockFollows(int number) {
        return text.startsWith("-chome", text.digitsEnd(number));
    }

    private boolean names() {
        String last = "";
        int unknown = 0;
        for (int i = 0; i < MOST_WORDS && unknown < UNKNOWN_BETWEEN + (end < 0 ? 2 : 0); i++) {
            int begin = place;
            while (text.at(place) == ' ' || text.at(place) == ',') {
                place++;
            }
            if (place == begin || place - begin > 3) {
                break;
            }
            if (isCode()) {
                place += 8;
                municipality |= city;
                end = end < 0 ? end : place;
                break;
            }
            String word = word();
            if (word.isEmpty() || SENTENCE.contains(word)) {
                break;
            }
            unknown = belongs(word, last) ? 0 : unknown + 1;
            end = unknown == 0 ? place : end;
            last = word;
        }
        return municipality && end > 0;
    }

    private boolean isCode() {
        int first = text.digitsEnd(place);
        return first - place == 3 && text.at(first) == '-' && text.digitsEnd(first + 1) - first == 5;
    }

    /** The word from here on, without the marks of long vowels. */
    private String word() {
        var word = new StringBuilder();
        while (true) {
            char c = text.at(place);
            int vowel = c < 0x80 ? -1 : PLAIN_LETTERS.indexOf(Character.toLowerCase(c));
            if (vowel >= 0) {
                word.append(PLAIN_LETTERS.charAt(vowel + 1));
            } else if (text.isLetter(place) || (c == '-' || c == '\'') && text.isLetter(place + 1)) {
                word.append(c);
            } else {
                return word.toString();
            }
            place++;
        }
    }

    /** Cities are all over the world: one needs Japan, a prefecture or a postal code behind it. */
    private boolean belongs(String word, String last) {
        if (UNITS.contains(word)) {
            city |= word.equals("city");
            municipality |= word.equals("ward") && !last.isEmpty();
            return !last.isEmpty() && (municipality || city);
        }
        if (PREFECTURES.contains(word)) {
            municipality |= city;
            return municipality;
        }
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() > ending.length() + 1) {
                municipality = true;
                return true;
            }
        }
        return false;
    }
}
