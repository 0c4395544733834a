package dev.ayatori.track.terminal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant: the one with the fewest slips of the hand, when they are few. */
public final class NearestWord {
    private NearestWord() {}

    /** The nearest of the allowed words, if at most a third of the word differs. */
    public static Optional<String> to(String word, Collection<String> allowed) {
        int limit = Math.max(1, word.length() / 3);
        return allowed.stream()
                .filter(candidate -> distance(word, candidate) <= limit)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** {@code ; did you mean "x"?} or nothing, then the words allowed. */
    public static String hint(String word, Collection<String> allowed) {
        return to(word, allowed).map("; did you mean \"%s\"?"::formatted).orElse(";") + " allowed: "
                + String.join(", ", allowed);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), case ignored. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, i, j, a, b);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, int i, int j, String a, String b) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
