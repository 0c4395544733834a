package dev.ayatori.tokenizer.encode;

import dev.ayatori.tokenizer.normalise.Points;
import dev.ayatori.tokenizer.normalise.StringMatcher;
import dev.ayatori.tokenizer.normalise.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Byte pair encoding (Sennrich et al. 2016), over bytes or over characters. */
public final class BytePairs implements SubwordModel {
    private final MergeRules rules;
    private final UnknownTokens unknown;
    /** Strings that are one token wherever they stand, and never merge. */
    private final Map<String, Integer> frozen;

    private final StringMatcher frozenMatcher;
    private final Queue<Word> words = new ConcurrentLinkedQueue<>();

    public BytePairs(MergeRules rules, UnknownTokens unknown, Map<String, Integer> frozen) {
        this.rules = rules;
        this.unknown = unknown;
        this.frozen = Map.copyOf(frozen);
        this.frozenMatcher = new StringMatcher(frozen.keySet());
    }

    /** A share of merges to leave out. */
    private record Dropout(double share, RandomGenerator random) {}

    /** One word at work: its symbols, and for each the code point it comes from. */
    private final class Word {
        final Merging merging = new Merging(rules.table());
        final WordCache cache = new WordCache();
        /** Index of the code point of each byte, and at the end the one after the word; unused where words are characters. */
        int[] points = new int[257];

        byte[] utf8 = new byte[256];
        int size;

        void load(Points text, int from, int to) {
            int most = rules.areBytes() ? 4 * (to - from) : to - from;
            if (utf8.length < most) {
                utf8 = new byte[Math.max(most, 2 * utf8.length)];
                points = new int[utf8.length + 1];
            }
            size = 0;
            for (int i = from; i < to; i++) {
                int end = rules.areBytes() ? Utf8.encode(text.at(i), utf8, size) : size + 1;
                Arrays.fill(points, size, end, i);
                size = end;
            }
            points[size] = to;
        }

        int merge(Points text, @Nullable Dropout dropout) {
            merging.reserve(size);
            for (int i = 0; i < size; i++) {
                merging.symbols[i] = rules.character(rules.areBytes() ? utf8[i] & 0xFF : text.at(points[i]));
            }
            if (rules.looksWhole() && dropout == null) {
                int id = rules.whole(name(text));
                if (id >= 0) {
                    merging.symbols[0] = id;
                    return 1;
                }
            }
            return dropout == null
                    ? merging.merge(size)
                    : merging.mergeWithDropout(size, dropout.share(), dropout.random());
        }

        private String name(Points text) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < size; i++) {
                name.appendCodePoint(rules.areBytes() ? utf8[i] & 0xFF : text.at(points[i]));
            }
            return name.toString();
        }

        /** Eight bytes of the word, the second eight with its length at their top. */
        long packed(int from) {
            long packed = from == 0 ? 0 : (long) size << 56;
            for (int i = from; i < Math.min(size, from + 8); i++) {
                packed |= (utf8[i] & 0xFFL) << 8 * (i - from);
            }
            return packed;
        }

        /** Index after the last code point that a token ending at a symbol touches. */
        int pointEnd(int symbol) {
            return points[symbol] == points[symbol - 1] ? points[symbol] + 1 : points[symbol];
        }
    }

    @Override
    public void encode(Points text, int from, int to, Tokens out) {
        Word word = take();
        if (frozenMatcher.isEmpty()) {
            encode(word, text, from, to, out);
        } else {
            aroundFrozen(text, from, to, out, (start, end) -> encode(word, text, start, end, out));
        }
        giveBack(word);
    }

    @Override
    public void sample(Points text, int from, int to, Sampling sampling, Tokens out) {
        Word word = take();
        Dropout dropout = new Dropout(sampling.alpha(), sampling.random());
        aroundFrozen(text, from, to, out, (start, end) -> {
            word.load(text, start, end);
            add(word, word.merge(text, dropout), text, out);
        });
        giveBack(word);
    }

    private Word take() {
        Word word = words.poll();
        return word == null ? new Word() : word;
    }

    private void giveBack(Word word) {
        if (!word.merging.isLarge()) {
            words.add(word);
        }
    }

    @FunctionalInterface
    private interface Part {
        void accept(int from, int to);
    }

    /** Visits what lies between frozen strings, which are added as they stand. */
    private void aroundFrozen(Points text, int from, int to, Tokens out, Part part) {
        int start = from;
        for (int i = from; i < to; i++) {
            int end = frozenMatcher.longest(text, i, to);
            if (end > 0) {
                if (start < i) {
                    part.accept(start, i);
                }
                out.add(
                        frozen.getOrDefault(text.toString(i, end), unknown.unknown()),
                        text.origin(i),
                        text.origin(end));
                start = end;
                i = end - 1;
            }
        }
        if (start < to) {
            part.accept(start, to);
        }
    }

    private void encode(Word word, Points text, int from, int to, Tokens out) {
        word.load(text, from, to);
        if (!rules.areBytes() || word.size > WordCache.LONGEST) {
            add(word, word.merge(text, null), text, out);
            return;
        }
        long low = word.packed(0);
        long high = word.packed(8);
        long known = word.cache.get(low, high);
        if (known == WordCache.NONE) {
            int count = word.merge(text, null);
            word.cache.put(low, high, word.merging.symbols, count);
            add(word, count, text, out);
            return;
        }
        int at = 0;
        for (; known != WordCache.NONE; known = WordCache.rest(known)) {
            int id = WordCache.id(known);
            int end = at + rules.length(id);
            out.add(id, text.origin(word.points[at]), text.origin(word.pointEnd(end)));
            at = end;
        }
    }

    private void add(Word word, int count, Points text, Tokens out) {
        out.startWord();
        int at = 0;
        for (int i = 0; i < count; i++) {
            at = addSymbol(word, word.merging.symbols[i], at, text, out);
        }
    }

    /** Adds the token of a symbol, or what it falls apart into, and gives the place after it. */
    private int addSymbol(Word word, int symbol, int at, Points text, Tokens out) {
        MergeRules.Split split = rules.split(symbol);
        if (split != null) {
            return addSymbol(word, split.right(), addSymbol(word, split.left(), at, text, out), text, out);
        }
        int end = at + rules.lengthOf(symbol);
        if (rules.isToken(symbol)) {
            out.add(symbol, text.origin(word.points[at]), text.origin(word.pointEnd(end)));
        } else {
            unknown.add(text, word.points[at], out);
        }
        return end;
    }

    @Override
    public List<int[]> nBest(Points text, int count) {
        Tokens tokens = new Tokens();
        encode(text, 0, text.size(), tokens);
        return List.of(tokens.ids());
    }
}
