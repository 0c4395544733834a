package dev.ayatori.corpus.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides which blocks of a page are its content: lists of links first, then every block by its own length and link
 * density, then the undecided by the decided around them, then headings by what follows them.
 */
final class Decisions {
    /** Above this share of link text a block is navigation. */
    private static final double LINKED = 0.5;

    /** Below this share and from this weight on, a block is content by itself. */
    private static final double PROSE_LINKED = 0.33;

    private static final int PROSE = 80;
    private static final int SENTENCE = 36;
    private static final int SENTENCE_IN_MAIN = 10;

    /** So many linked blocks in a row between content are part of it, if they are small. */
    private static final int RUN = 3;

    private static final int SMALL = 300;

    /** More link text than this and nothing else is a list of links on one line. */
    private static final int FEW_LINKS = 48;

    private enum Mark {
        CONTENT,
        UNDECIDED,
        LINKS,
        HEADING,
        DROPPED
    }

    private final List<Candidate> blocks;
    private final boolean trusted;
    private final int begin;
    private final Mark[] marks;
    private final String[] reasons;

    /**
     * Prepares decisions.
     *
     * @param trusted whether the blocks come from the page's main element: at its edges content is expected
     * @param begin place of the heading that begins the content: short sentences behind it count
     */
    Decisions(List<Candidate> blocks, boolean trusted, int begin) {
        this.blocks = blocks;
        this.trusted = trusted;
        this.begin = begin;
        this.marks = new Mark[blocks.size()];
        this.reasons = new String[blocks.size()];
    }

    /** For each block why it is dropped, empty for those kept. */
    List<String> reasons() {
        markGroups();
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == null) {
                mark(i);
            }
        }
        decideByNeighbours();
        dropPageOfLinks();
        decideHeadings();
        List<String> result = new ArrayList<>();
        for (String reason : reasons) {
            result.add(reason);
        }
        return result;
    }

    private void markGroups() {
        List<String> dropped = new LinkGroups(blocks).reasons();
        for (int i = 0; i < marks.length; i++) {
            reasons[i] = "";
            if (!blocks.get(i).boilerplate().isEmpty()) {
                drop(i, blocks.get(i).boilerplate());
            } else if (!dropped.get(i).isEmpty()) {
                drop(i, dropped.get(i));
            }
        }
    }

    private void mark(int i) {
        Candidate block = blocks.get(i);
        double density = block.linkDensity();
        int sentence = i > begin ? SENTENCE_IN_MAIN : SENTENCE;
        if (block.paging() && density > PROSE_LINKED) {
            drop(i, "links that turn pages");
        } else if (block.heading()) {
            marks[i] = Mark.HEADING;
        } else if (density > LINKED) {
            marks[i] = Mark.LINKS;
        } else if (density < PROSE_LINKED
                && (block.weight() >= PROSE || (block.sentence() && block.weight() >= sentence))) {
            marks[i] = Mark.CONTENT;
        } else {
            marks[i] = Mark.UNDECIDED;
        }
    }

    private void decideByNeighbours() {
        Mark[] own = marks.clone();
        for (int i = 0; i < own.length; i++) {
            if (own[i] == Mark.LINKS) {
                decideLinks(own, i, contentBefore(own, i) && contentAfter(own, i));
            }
        }
        Mark[] withLinks = marks.clone();
        for (int i = 0; i < own.length; i++) {
            if (own[i] == Mark.UNDECIDED) {
                if (contentBefore(withLinks, i) || contentAfter(withLinks, i)) {
                    marks[i] = Mark.CONTENT;
                } else {
                    drop(i, "short, between links");
                }
            }
        }
    }

    private void decideLinks(Mark[] own, int i, boolean enclosed) {
        Candidate block = blocks.get(i);
        boolean several = block.onlyLinks() && block.weight() > FEW_LINKS;
        if (enclosed && !several && block.weight() <= SMALL && run(own, i) <= RUN) {
            marks[i] = Mark.CONTENT;
        } else {
            drop(i, String.format(Locale.ROOT, "link density %.2f > %.2f", block.linkDensity(), LINKED));
        }
    }

    private static int run(Mark[] own, int place) {
        int from = place;
        while (from > 0 && own[from - 1] == Mark.LINKS) {
            from--;
        }
        int to = place;
        while (to + 1 < own.length && own[to + 1] == Mark.LINKS) {
            to++;
        }
        return to - from + 1;
    }

    /** Whether the nearest decided block before is content; at the page's edge what the page promises. */
    private boolean contentBefore(Mark[] own, int place) {
        for (int i = place - 1; i >= 0; i--) {
            if (isDecided(own[i])) {
                return own[i] == Mark.CONTENT;
            }
        }
        return trusted;
    }

    private boolean contentAfter(Mark[] own, int place) {
        for (int i = place + 1; i < own.length; i++) {
            if (isDecided(own[i])) {
                return own[i] == Mark.CONTENT;
            }
        }
        return trusted;
    }

    private static boolean isDecided(Mark mark) {
        return mark == Mark.CONTENT || mark == Mark.DROPPED;
    }

    /** A page without sentences full of links, or with hardly any left beside its lists of links, only points elsewhere. */
    private void dropPageOfLinks() {
        PageWeights page = PageWeights.of(blocks, place -> marks[place] == Mark.CONTENT);
        if (page.isOnlyLinks()) {
            for (int i = 0; i < marks.length; i++) {
                if (marks[i] == Mark.CONTENT && !(page.saysSomething() && isOwnSentence(blocks.get(i)))) {
                    drop(i, "a page of links");
                }
            }
        }
    }

    /** What a page of links says in its own words about itself stays. */
    private static boolean isOwnSentence(Candidate block) {
        return block.sentence() && block.ownText() >= SENTENCE_IN_MAIN && block.linkDensity() < PROSE_LINKED;
    }

    /** A heading stays when content follows before the next heading of its level or above. */
    private void decideHeadings() {
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == Mark.HEADING && !hasContent(i)) {
                reasons[i] = "heading of nothing kept";
            }
        }
    }

    private boolean hasContent(int heading) {
        for (int i = heading + 1; i < marks.length; i++) {
            if (marks[i] == Mark.CONTENT) {
                return true;
            }
            if (marks[i] == Mark.HEADING
                    && blocks.get(i).level() <= blocks.get(heading).level()) {
                return false;
            }
        }
        return false;
    }

    private void drop(int i, String reason) {
        marks[i] = Mark.DROPPED;
        reasons[i] = reason;
    }
}
