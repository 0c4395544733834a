package dev.ayatori.corpus.filter.view;

/**
 * The characters (code points) of a text by kind.
 *
 * @param all every character
 * @param visible those that are no white space
 * @param letters letters of any script
 * @param lettersAndDigits letters and digits
 * @param hiragana letters of this script
 * @param katakana letters of this script, the prolonging mark not counted
 * @param han letters of this script
 * @param japaneseMarks prolonging mark and the punctuation of Japanese
 * @param kuten full stops of Japanese
 * @param longestRun length of the longest run of one character
 */
public record LetterCounts(
        int all,
        int visible,
        int letters,
        int lettersAndDigits,
        int hiragana,
        int katakana,
        int han,
        int japaneseMarks,
        int kuten,
        int longestRun) {

    static LetterCounts of(String text) {
        int all = 0;
        int visible = 0;
        int letters = 0;
        int digits = 0;
        int hiragana = 0;
        int katakana = 0;
        int han = 0;
        int marks = 0;
        int kuten = 0;
        int longest = 0;
        int run = 0;
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.charAt(i++);
            if (c >= 0xD800 && c < 0xDC00 && i < text.length() && Character.isLowSurrogate(text.charAt(i))) {
                c = Character.toCodePoint((char) c, text.charAt(i++));
            }
            all++;
            run = c == before ? run + 1 : 1;
            longest = Math.max(longest, run);
            before = c;
            if (Kana.isHiragana(c)) {
                hiragana++;
            } else if (Kana.isHan(c)) {
                han++;
            } else if (Kana.isKatakana(c)) {
                katakana++;
            } else if (Kana.isMark(c)) {
                marks++;
                kuten += c == '。' ? 1 : 0;
                letters += Character.isLetter(c) ? 1 : 0;
            } else {
                boolean letter = c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
                letters += letter ? 1 : 0;
                digits += !letter && Character.isDigit(c) ? 1 : 0;
                visible -= Character.isWhitespace(c) ? 1 : 0;
            }
        }
        letters += hiragana + katakana + han;
        return new LetterCounts(
                all, visible + all, letters, letters + digits, hiragana, katakana, han, marks, kuten, longest);
    }
}
