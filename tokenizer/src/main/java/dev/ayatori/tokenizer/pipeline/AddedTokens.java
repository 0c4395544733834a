package dev.ayatori.tokenizer.pipeline;

import dev.ayatori.tokenizer.encode.Tokens;
import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.normalise.StringMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Strings that become one token wherever they stand: symbols, which text must not forge, and words added later. */
public final class AddedTokens {
    /**
     * One such string.
     *
     * @param id what it becomes
     * @param text not empty
     * @param special a symbol, found only where symbols are asked for
     * @param normalised whether it is looked for after normalisation
     * @param edges what may stand around it
     */
    public record Added(int id, String text, boolean special, boolean normalised, Edges edges) {}

    /**
     * What may stand around an added token.
     *
     * @param alone only where no letter or digit touches it
     * @param takesLeft takes the spaces before it in
     * @param takesRight takes the spaces after it in
     */
    public record Edges(boolean alone, boolean takesLeft, boolean takesRight) {
        public static final Edges PLAIN = new Edges(false, false, false);
    }

    public static final AddedTokens NONE = new AddedTokens(List.of(), Function.identity());

    private final Map<String, Integer> symbols = new TreeMap<>();
    private final Pass rawPlain;
    private final Pass rawAll;
    private final Pass normalisedPlain;
    private final Pass normalisedAll;

    /** @param normalise how the strings look that are looked for in normalised text */
    public AddedTokens(List<Added> tokens, Function<String, String> normalise) {
        tokens.stream().filter(Added::special).forEach(token -> symbols.put(token.text, token.id));
        Function<Added, String> raw = Added::text;
        rawPlain = pass(tokens, false, false, raw);
        rawAll = pass(tokens, false, true, raw);
        normalisedPlain = pass(tokens, true, false, raw.andThen(normalise));
        normalisedAll = pass(tokens, true, true, raw.andThen(normalise));
    }

    private static Pass pass(List<Added> tokens, boolean normalised, boolean all, Function<Added, String> text) {
        Map<String, Added> byText = tokens.stream()
                .filter(token -> token.normalised == normalised && (all || !token.special))
                .collect(Collectors.toMap(text, token -> token, (first, later) -> first));
        return new Pass(byText, new StringMatcher(byText.keySet()));
    }

    /** The symbols and their ids. */
    public Map<String, Integer> symbols() {
        return Map.copyOf(symbols);
    }

    /** What lies between added tokens. */
    @FunctionalInterface
    public interface Between {
        void accept(Points text, int from, int to);
    }

    /** Visits the raw text between added tokens, which are put out in their place. */
    public void aroundRaw(Points text, boolean withSymbols, Tokens out, Between between) {
        (withSymbols ? rawAll : rawPlain).around(text, out, between);
    }

    /** The same in normalised text. */
    public void aroundNormalised(Points text, boolean withSymbols, Tokens out, Between between) {
        (withSymbols ? normalisedAll : normalisedPlain).around(text, out, between);
    }

    private record Pass(Map<String, Added> tokens, StringMatcher matcher) {
        void around(Points text, Tokens out, Between between) {
            int size = text.size();
            int start = 0;
            for (int i = 0; !matcher.isEmpty() && i < size; i++) {
                int end = matcher.longest(text, i, size);
                Added token = end < 0 ? null : tokens.get(text.toString(i, end));
                if (token == null || token.edges.alone && touchesWord(text, i, end)) {
                    continue;
                }
                int from = i;
                while (token.edges.takesLeft && from > start && isSpace(text.at(from - 1))) {
                    from--;
                }
                while (token.edges.takesRight && end < size && isSpace(text.at(end))) {
                    end++;
                }
                if (start < from) {
                    between.accept(text, start, from);
                }
                out.add(token.id, text.origin(from), text.origin(end));
                start = end;
                i = end - 1;
            }
            if (start < size) {
                between.accept(text, start, size);
            }
        }

        private static boolean touchesWord(Points text, int from, int to) {
            return from > 0 && isWord(text.at(from - 1)) || to < text.size() && isWord(text.at(to));
        }

        private static boolean isWord(int point) {
            return Character.isLetterOrDigit(point) || point == '_';
        }

        private static boolean isSpace(int point) {
            return Character.isWhitespace(point) || Character.isSpaceChar(point);
        }
    }
}
