package dev.ayatori.tokenizer.normalise;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** One of Unicode's normal forms. */
public final class UnicodeForm implements Normaliser {
    private final Form form;

    public UnicodeForm(Form form) {
        this.form = form;
    }

    @Override
    public Points apply(Points text) {
        String whole = text.toString();
        if (Normalizer.isNormalized(whole, form)) {
            return text;
        }
        Points out = new Points().clear();
        for (int from = 0; from < text.size(); ) {
            int to = from + 1;
            while (to < text.size() && mayJoin(text.at(to))) {
                to++;
            }
            int origin = text.origin(from);
            Normalizer.normalize(text.toString(from, to), form).codePoints().forEach(point -> out.add(point, origin));
            from = to;
        }
        out.end(text.origin(text.size()));
        return out;
    }

    /** Marks, and the vowels and final consonants of Hangul, may become one with what stands before them. */
    private static boolean mayJoin(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || point >= 0x1160 && point <= 0x11FF
                || point >= 0x3131 && point <= 0x318E
                || point >= 0xFF9E && point <= 0xFFDC;
    }
}
