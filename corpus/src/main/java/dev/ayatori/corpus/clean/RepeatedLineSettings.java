package dev.ayatori.corpus.clean;

/**
 * Which lines are boilerplate of their collection. Source code keeps them, but they do not count when it is compared.
 *
 * @param pageShare a line goes when it stands in more than this share of its collection's pages; 1 for none
 * @param minimumPages and in at least this many pages
 * @param longestLine and has at most this many characters
 */
public record RepeatedLineSettings(double pageShare, int minimumPages, int longestLine) {
    public RepeatedLineSettings {
        if (!(pageShare > 0 && pageShare <= 1)) {
            throw new IllegalArgumentException("pageShare must be above 0 and at most 1, but is " + pageShare);
        }
        if (minimumPages < 2) {
            throw new IllegalArgumentException("minimumPages must be at least 2, but is " + minimumPages);
        }
        if (longestLine < 0) {
            throw new IllegalArgumentException("longestLine must not be negative, but is " + longestLine);
        }
    }

    /** Whether any line can be boilerplate at all; no line stands in more than all pages. */
    public boolean any() {
        return pageShare < 1;
    }

    /** Whether a line in so many of so many pages is boilerplate. */
    public boolean repeated(long count, long pages) {
        return count >= minimumPages && count > pageShare * pages;
    }

    /** Lines in more than 80 % of at least 20 pages. */
    public static RepeatedLineSettings defaults() {
        return new RepeatedLineSettings(0.8, 20, 200);
    }
}
