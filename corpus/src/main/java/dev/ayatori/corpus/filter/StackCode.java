package dev.ayatori.corpus.filter;

/**
 * Rules for source code of Kocetkov et al. (2022), "The Stack: 3 TB of permissively licensed source code", which took
 * them from Chen et al. (2021), "Evaluating Large Language Models Trained on Code": generated and data-like files go.
 */
final class StackCode {
    private StackCode() {}

    /** Characters of the longest line. */
    static Filter longestLine(Bounds bounds) {
        return new Measured(
                "longest-line",
                text -> text.text().lines().mapToInt(String::length).max().orElse(0),
                bounds);
    }

    /** Mean number of characters of a line. */
    static Filter meanLine(Bounds bounds) {
        return new Measured(
                "mean-line",
                text -> text.text().lines().mapToInt(String::length).average().orElse(0),
                bounds);
    }

    /** Share of letters and digits among all characters. */
    static Filter alphanumeric(Bounds bounds) {
        return new Measured(
                "alphanumeric",
                text -> Measured.share(
                        text.text()
                                .codePoints()
                                .filter(Character::isLetterOrDigit)
                                .count(),
                        text.text().codePoints().count()),
                bounds);
    }
}
