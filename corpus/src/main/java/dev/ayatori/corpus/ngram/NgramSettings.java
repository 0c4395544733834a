package dev.ayatori.corpus.ngram;

import java.util.List;

/**
 * How a language model is estimated.
 *
 * @param order longest n-gram
 * @param unit what n-grams are made of
 * @param leastCount words seen less often are unknown ones
 * @param prune n-grams seen so often or less are left out, by their length from one on; the last number holds for all longer ones
 */
public record NgramSettings(int order, TextUnit unit, long leastCount, List<Integer> prune) {
    private static final int LONGEST = 10;

    public NgramSettings {
        prune = List.copyOf(prune);
        if (order < 2 || order > LONGEST) {
            throw new IllegalArgumentException("order must be between 2 and 10, but is " + order);
        }
        if (leastCount < 1) {
            throw new IllegalArgumentException("leastCount must be at least 1, but is " + leastCount);
        }
        if (prune.isEmpty() || prune.size() > order || prune.getFirst() != 0 || !rises(prune)) {
            throw new IllegalArgumentException(
                    "prune must be 0 for single words, never falls, and has one number for each"
                            + " length at most, such as 0 0 1, but is " + prune);
        }
    }

    private static boolean rises(List<Integer> prune) {
        return prune.equals(prune.stream().sorted().toList());
    }

    /** Five words, every one of them. */
    public static NgramSettings defaults() {
        return of(5, TextUnit.WORDS);
    }

    /** Every n-gram up to a length. */
    public static NgramSettings of(int order, TextUnit unit) {
        return new NgramSettings(order, unit, 1, List.of(0));
    }

    /** Whether n-grams of a length seen so often are left out. */
    boolean prunes(int n, long count) {
        return count <= prune.get(Math.min(n, prune.size()) - 1);
    }
}
