package dev.ayatori.corpus.filter.rule;

/** Rules for pages that show something else than prose. */
final class Listing {
    private Listing() {}

    /** Share of lines that begin with a number: listings of programs, tables, logs. Such code is better taken from its source. */
    static Filter numberedLines(Bounds bounds) {
        return new Measured(
                "numbered-lines",
                view -> Measured.share(
                        view.lines().filled().stream()
                                .filter(line -> Character.isDigit(line.charAt(0)))
                                .count(),
                        view.lines().filled().size()),
                bounds);
    }
}
