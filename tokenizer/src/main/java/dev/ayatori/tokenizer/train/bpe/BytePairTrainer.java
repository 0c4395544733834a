package dev.ayatori.tokenizer.train.bpe;

import dev.ayatori.tokenizer.train.text.CodedText;
import dev.ayatori.tokenizer.train.text.WeightedCounts;
import dev.ayatori.track.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Learns byte pairs: Sennrich, Haddow and Birch, "Neural Machine Translation of Rare Words with Subword Units", ACL 2016.
 * The most frequent pair of neighbouring symbols becomes a symbol, again and again; counts are kept up to date by looking
 * at the words that hold the pair only.
 *
 * <p>Equal counts go by the order of the symbols, the left one first: Hugging Face's rule.
 */
public final class BytePairTrainer {
    /**
     * What is learned.
     *
     * @param alphabet the single characters by code point
     * @param merges the pairs by falling count; several may make the same piece
     */
    public record Learned(List<String> alphabet, List<Merge> merges) {
        public Learned {
            alphabet = List.copyOf(alphabet);
            merges = List.copyOf(merges);
        }

        /** The pieces that merges make, in the order in which they first do. */
        public List<String> pieces() {
            return merges.stream().map(Merge::piece).distinct().toList();
        }
    }

    /** Two pieces that become one. */
    public record Merge(String left, String right) {
        public String piece() {
            return left + right;
        }
    }

    private final int most;
    private final long leastCount;
    private final Predicate<String> allowed;
    private final Progress progress;
    private final PairCounts pairs = new PairCounts();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> symbols = new HashMap<>();

    /**
     * A trainer for one text.
     *
     * @param most how many pieces to learn besides single characters
     * @param leastOccurrences rarer pairs are not merged
     * @param allowed whether a text may be a piece
     */
    public BytePairTrainer(int most, int leastOccurrences, Predicate<String> allowed, Progress progress) {
        this.most = most;
        this.leastCount = Math.max(1, leastOccurrences) * WeightedCounts.UNIT;
        this.allowed = allowed;
        this.progress = progress;
    }

    /** Learns from a text; fewer pieces than asked for when it has no more pairs. */
    public Learned train(CodedText text) {
        Words words = new Words(text.table(), alphabet(text));
        int characters = texts.size();
        PairQueue queue = new PairQueue(this::before);
        words.pairs((left, right, word, by) -> {
            int pair = pairs.index(left, right);
            pairs.add(pair, by);
            pairs.note(pair, word);
        });
        for (int pair = 0; pair < pairs.size(); pair++) {
            enqueue(pair, queue);
        }
        List<Merge> merges = new ArrayList<>();
        progress.start("merging pairs", most, "pieces");
        while (!queue.isEmpty() && texts.size() < characters + most && queue.firstCount() >= leastCount) {
            long then = queue.firstCount();
            int pair = queue.remove();
            if (then != pairs.count(pair)) {
                queue.add(pair, pairs.count(pair));
            } else {
                merges.add(merge(pair, merges.size() + 1, words, queue));
            }
        }
        progress.finish();
        return new Learned(texts.subList(0, characters), merges);
    }

    /** The symbol of each code: characters are numbered by their code point. */
    private int[] alphabet(CodedText text) {
        int[] symbolOf = new int[text.alphabet().size()];
        int[] codes = IntStream.range(1, symbolOf.length)
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer code) -> character(text, code).codePointAt(0)))
                .mapToInt(code -> code)
                .toArray();
        for (int code : codes) {
            symbolOf[code] = texts.size();
            symbols.put(character(text, code), texts.size());
            texts.add(character(text, code));
        }
        return symbolOf;
    }

    private static String character(CodedText text, int code) {
        return text.alphabet().text(new char[] {(char) code}, 0, 1);
    }

    private boolean before(int pair, int other) {
        return pairs.left(pair) != pairs.left(other)
                ? pairs.left(pair) < pairs.left(other)
                : pairs.right(pair) < pairs.right(other);
    }

    private void enqueue(int pair, PairQueue queue) {
        if (pairs.count(pair) > 0 && allowed.test(texts.get(pairs.left(pair)) + texts.get(pairs.right(pair)))) {
            queue.add(pair, pairs.count(pair));
        }
    }

    private Merge merge(int pair, int number, Words words, PairQueue queue) {
        int left = pairs.left(pair);
        int right = pairs.right(pair);
        Merge merge = new Merge(texts.get(left), texts.get(right));
        int merged = symbol(merge.piece());
        pairs.add(pair, -pairs.count(pair));
        List<Integer> grown = new ArrayList<>();
        for (int word : pairs.takeWords(pair)) {
            words.merge(word, left, right, merged, (before, after, where, by) -> {
                int changed = pairs.index(before, after);
                pairs.add(changed, by);
                if (by > 0) {
                    pairs.note(changed, where);
                    if (pairs.mark(changed, number)) {
                        grown.add(changed);
                    }
                }
            });
        }
        grown.forEach(changed -> enqueue(changed, queue));
        return merge;
    }

    private int symbol(String piece) {
        Integer there = symbols.putIfAbsent(piece, texts.size());
        if (there != null) {
            return there;
        }
        texts.add(piece);
        progress.advance(1);
        return texts.size() - 1;
    }
}
