package dev.ayatori.corpus.extract;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a page's text is made of, headings and boilerplate elements left out.
 *
 * @param all weight of its text
 * @param away weight of text in links to other pages
 * @param mixed weight of its blocks that are not only links
 * @param site weight of text in links to other pages of the site in those
 * @param within weight of text in links within the page in those
 * @param sentences weight of blocks that are sentences
 * @param kept weight of its blocks taken as content so far
 * @param keptSentences weight of sentences among them
 */
record PageWeights(
        long all, long away, long mixed, long site, long within, long sentences, long kept, long keptSentences) {
    private static final int SENTENCE = 16;
    private static final double NO_SENTENCES = 0.02;
    private static final double MANY_LINKS = 0.2;
    private static final double SITE = 0.2;
    private static final double PROSE = 0.4;
    private static final int OWN_PLACES = 20;
    private static final int HARDLY_ANY = 60;

    static PageWeights of(List<Candidate> blocks, IntPredicate isContent) {
        long all = 0;
        long away = 0;
        long mixed = 0;
        long site = 0;
        long within = 0;
        long sentences = 0;
        long kept = 0;
        long keptSentences = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Candidate block = blocks.get(i);
            if (block.heading() || !block.boilerplate().isEmpty()) {
                continue;
            }
            int sentence = block.sentence() && block.ownText() >= SENTENCE ? block.ownText() : 0;
            all += block.weight();
            away += block.away();
            mixed += block.onlyLinks() ? 0 : block.weight();
            site += block.onlyLinks() ? 0 : block.site();
            within += block.onlyLinks() ? 0 : block.within();
            sentences += sentence;
            if (isContent.test(i)) {
                kept += block.weight();
                keptSentences += sentence;
            }
        }
        return new PageWeights(all, away, mixed, site, within, sentences, kept, keptSentences);
    }

    boolean isOnlyLinks() {
        boolean register = sentences < PROSE * mixed && site >= SITE * mixed && within * OWN_PLACES < site;
        boolean remnants = mixed - kept > 2 * kept && keptSentences < HARDLY_ANY;
        return isListOfNames() || register || remnants;
    }

    /** Whether there are sentences enough that some are more than a line about the list. */
    boolean saysSomething() {
        return !isListOfNames();
    }

    private boolean isListOfNames() {
        return sentences <= NO_SENTENCES * all && away >= MANY_LINKS * all;
    }
}
