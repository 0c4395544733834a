package dev.ayatori.corpus.decontaminate;

import java.util.List;

/**
 * Which texts documents must not hold.
 *
 * @param sets the evaluation sets; none switches the step off
 * @param action what becomes of documents that hold them
 * @param words words of an n-gram where words are parted by spaces
 * @param characters letters of an n-gram elsewhere
 * @param shortest letters and digits below which only a whole text tells, and below three fifths of which none does
 * @param threshold share of a text that its n-grams in a document cover, from which the document holds it
 */
public record DecontaminationSettings(
        List<EvaluationSet> sets, OverlapAction action, int words, int characters, int shortest, double threshold) {
    private static final int LONGEST = 100;

    public DecontaminationSettings {
        sets = List.copyOf(sets);
        if (words < 1 || words > LONGEST) {
            throw new IllegalArgumentException("words must be between 1 and 100, but is " + words);
        }
        if (characters < 1 || characters > LONGEST) {
            throw new IllegalArgumentException("characters must be between 1 and 100, but is " + characters);
        }
        if (shortest < 1) {
            throw new IllegalArgumentException("shortest must be at least 1, but is " + shortest);
        }
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be above 0 and at most 1, but is " + threshold);
        }
        if (sets.stream().map(EvaluationSet::name).distinct().count() < sets.size()) {
            throw new IllegalArgumentException("sets has a name twice; give each set a name of its own");
        }
    }

    /** No sets; documents go when n-grams (5 words, 6 characters) cover seven tenths of a text of 20 letters or more. */
    public static DecontaminationSettings defaults() {
        return of(List.of());
    }

    /** The same with these sets. */
    public static DecontaminationSettings of(List<EvaluationSet> sets) {
        return new DecontaminationSettings(sets, OverlapAction.REMOVE, 5, 6, 20, 0.7);
    }

    /** Letters below which no text tells. */
    int least() {
        return 3 * shortest / 5;
    }

    /** Whether there is anything to look for. */
    public boolean any() {
        return !sets.isEmpty();
    }
}
