package dev.ayatori.corpus.extract;

/**
 * A block before the decision on it. Weights count characters, wide ones twice.
 *
 * @param path place in the document tree
 * @param level 1 to 6 of a heading, else 0
 * @param group number of the list or table it stands in, -1 when in none
 * @param away weight of text in links to other pages
 * @param site weight of text in links to other pages of the same site
 * @param within weight of text in links to places in this page
 * @param leads whether it begins with a link to another page
 * @param paging whether it holds a link that turns pages (previous, next, up)
 * @param boilerplate why its element is boilerplate by itself; empty when that is to be decided
 */
record Candidate(
        String path,
        BlockKind kind,
        int level,
        int group,
        String text,
        int weight,
        int away,
        int within,
        int site,
        boolean leads,
        boolean paging,
        String boilerplate) {

    boolean heading() {
        return kind == BlockKind.HEADING;
    }

    /** Share of link text; a link within the page leads to text that is here, so it counts half. */
    double linkDensity() {
        return weight == 0 ? 0 : (away + within / 2.0) / weight;
    }

    boolean onlyLinks() {
        return away + within >= 0.85 * weight;
    }

    /** Whether it names another page, as an entry of an index does: a list item by its first word, a cell anywhere. */
    boolean pointsAway() {
        return within == 0 && (leads || (kind != BlockKind.LIST_ITEM && 4 * away >= weight && away > 0));
    }

    int ownText() {
        return Math.max(0, weight - away - within);
    }

    /** Whether it ends as sentences do. */
    boolean sentence() {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return "。．.!?！？」".indexOf(last) >= 0;
    }
}
