package dev.ayatori.tokenizer.pipeline;

import dev.ayatori.tokenizer.normalise.Points;
import java.util.List;

/** Cuts normalised text into the parts no token crosses: a pre-tokenizer. Many threads may use one at once. */
@FunctionalInterface
public interface Splitter {
    /** Leaves the parts as they are. */
    Splitter NONE = Splitter.cutting((text, from, to, out) -> out.add(from, to));

    /**
     * Cuts parts of a text into smaller ones.
     *
     * @return the text the new parts are parts of: the same object where no character changed
     */
    Points split(Points text, Cuts parts, Cuts out);

    /** Cuts one part and changes no character. */
    @FunctionalInterface
    interface Cutter {
        void cut(Points text, int from, int to, Cuts out);
    }

    static Splitter cutting(Cutter cutter) {
        return (text, parts, out) -> {
            for (int i = 0; i < parts.size(); i++) {
                cutter.cut(text, parts.from(i), parts.to(i), out);
            }
            return text;
        };
    }

    /** One after the other. */
    static Splitter sequence(List<Splitter> steps) {
        return switch (steps.size()) {
            case 0 -> NONE;
            case 1 -> steps.getFirst();
            default ->
                (text, parts, out) -> {
                    Points now = text;
                    Cuts from = parts;
                    for (Splitter step : steps.subList(0, steps.size() - 1)) {
                        Cuts to = new Cuts();
                        now = step.split(now, from, to);
                        from = to;
                    }
                    return steps.getLast().split(now, from, out);
                };
        };
    }

    /** Each run of digits, or each digit, is a part of its own. */
    static Splitter digits(boolean single) {
        return cutting((text, from, to, out) -> {
            int start = from;
            for (int i = from; i < to; i++) {
                boolean digit = isNumber(text.at(i));
                if (i > start && (digit != isNumber(text.at(i - 1)) || digit && single)) {
                    out.add(start, i);
                    start = i;
                }
            }
            out.add(start, to);
        });
    }

    private static boolean isNumber(int point) {
        int type = Character.getType(point);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
