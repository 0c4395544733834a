package dev.ayatori.corpus.filter.view;

/** The letters and marks of Japanese by their ranges in Unicode. */
public final class Kana {
    private Kana() {}

    /** A letter of the script Hiragana. */
    public static boolean isHiragana(int c) {
        return c >= 0x3041 && c <= 0x309F && (c <= 0x3096 || c >= 0x309D);
    }

    /** A letter of the script Katakana, halfwidth ones too; the prolonging mark belongs to both scripts. */
    public static boolean isKatakana(int c) {
        return (c >= 0x30A1 && c <= 0x30FF && c != 0x30FB && c != 0x30FC)
                || (c >= 0x31F0 && c <= 0x31FF)
                || (c >= 0xFF66 && c <= 0xFF9D && c != 0xFF70);
    }

    /** An ideograph; the iteration mark is one. */
    public static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0xF900 && c <= 0xFAFF && Character.isLetter(c))
                || (c >= 0x20000 && c <= 0x3FFFF && Character.isLetter(c))
                || (c >= 0x3005 && c <= 0x3007 && c != 0x3006);
    }

    /** The prolonging mark, or punctuation as Japanese has it. */
    public static boolean isMark(int c) {
        return (c >= 0x3001 && c <= 0x3003)
                || (c >= 0x3008 && c <= 0x3011)
                || (c >= 0x3014 && c <= 0x301F)
                || c == 0x30FB
                || c == 0x30FC
                || c == 0xFF01
                || c == 0xFF08
                || c == 0xFF09
                || c == 0xFF0C
                || c == 0xFF0E
                || c == 0xFF1F
                || c == 0xFF5E
                || c == 0xFF70;
    }
}
