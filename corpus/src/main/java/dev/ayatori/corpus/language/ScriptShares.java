package dev.ayatori.corpus.language;

import java.lang.Character.UnicodeScript;

/** How the letters of a text share out over the scripts that decide a language by themselves. */
record ScriptShares(double kana, double hangul, double han, long letters) {
    static ScriptShares of(String text) {
        long letters = 0;
        long kana = 0;
        long hangul = 0;
        long han = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
                if (c >= 0x1100) {
                    UnicodeScript script = UnicodeScript.of(c);
                    kana += script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? 1 : 0;
                    hangul += script == UnicodeScript.HANGUL ? 1 : 0;
                    han += script == UnicodeScript.HAN ? 1 : 0;
                }
            }
        }
        double whole = Math.max(1, letters);
        return new ScriptShares(kana / whole, hangul / whole, han / whole, letters);
    }
}
