package dev.ayatori.tokenizer.normalise;

/**
 * Takes white space away at the ends of a text.
 *
 * @param left at its start
 * @param right at its end
 */
public record Trimming(boolean left, boolean right) implements Normaliser {
    @Override
    public Points apply(Points text) {
        int from = 0;
        int to = text.size();
        while (left && from < to && isSpace(text.at(from))) {
            from++;
        }
        while (right && to > from && isSpace(text.at(to - 1))) {
            to--;
        }
        Points out = new Points().clear();
        out.addAll(text, from, to);
        return out;
    }

    private static boolean isSpace(int point) {
        return Character.isSpaceChar(point) || point >= 0x9 && point <= 0xD || point == 0x85;
    }
}
