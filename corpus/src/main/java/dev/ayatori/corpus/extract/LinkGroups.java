package dev.ayatori.corpus.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds lists and tables that only lead elsewhere: menus, indexes, tables of contents. */
final class LinkGroups {
    private static final int FEWEST = 3;
    private static final double ONLY_LINKS = 0.7;
    private static final int LITTLE_OWN_TEXT = 20;
    private static final double AWAY = 0.4;
    private static final int FEWEST_ENTRIES = 3;
    private static final double BLOCKS_PER_ENTRY = 4.5;
    private static final int ENTRY_TEXT = 160;

    /** A list as short as this right after a paragraph belongs to it. */
    private static final int SHORT_LIST = 10;

    private static final int PARAGRAPH = 40;
    private static final double PROSE_LINK = 0.3;

    private final List<Candidate> blocks;
    private final List<Group> groups = new ArrayList<>();

    private static final class Group {
        private int first = -1;
        private int items;
        private int onlyLinks;
        private int entries;
        private int pointsWithin;
        private long weight;
        private long away;
        private long within;
        private boolean paging;

        void add(int place, Candidate block) {
            first = first < 0 ? place : first;
            items++;
            onlyLinks += block.onlyLinks() ? 1 : 0;
            entries += block.pointsAway() ? 1 : 0;
            pointsWithin += block.within() > 0 ? 1 : 0;
            weight += block.weight();
            away += block.away();
            within += block.within();
            paging |= block.paging();
        }

        long own() {
            return weight - away - within;
        }
    }

    LinkGroups(List<Candidate> blocks) {
        this.blocks = blocks;
        for (int i = 0; i < blocks.size(); i++) {
            Candidate block = blocks.get(i);
            if (block.group() >= 0 && !block.heading()) {
                while (groups.size() <= block.group()) {
                    groups.add(new Group());
                }
                groups.get(block.group()).add(i, block);
            }
        }
    }

    /** For each block why its list leads elsewhere, empty for the others. */
    List<String> reasons() {
        List<String> byGroup = groups.stream().map(this::reason).toList();
        return blocks.stream()
                .map(block -> block.group() < 0 || block.heading() ? "" : byGroup.get(block.group()))
                .toList();
    }

    private String reason(Group group) {
        if (group.paging && group.own() < 200 && group.items <= FEWEST) {
            return "links that turn pages";
        }
        if (group.items < FEWEST) {
            return "";
        }
        if (group.onlyLinks >= ONLY_LINKS * group.items && group.own() < (long) LITTLE_OWN_TEXT * group.items) {
            return belongsToText(group) ? "" : "list of links: %d of %d items".formatted(group.onlyLinks, group.items);
        }
        double away = group.weight == 0 ? 0 : (double) group.away / group.weight;
        if (away >= AWAY) {
            return String.format(Locale.ROOT, "list with %.2f >= %.2f of its text in links", away, AWAY);
        }
        return isIndex(group) ? "index of other pages: %d entries".formatted(group.entries) : "";
    }

    /** Its entries name other pages and say little of their own. */
    private static boolean isIndex(Group group) {
        return group.entries >= FEWEST_ENTRIES
                && group.items <= BLOCKS_PER_ENTRY * group.entries
                && group.pointsWithin * 5 < group.entries
                && group.own() < (long) ENTRY_TEXT * group.entries;
    }

    private boolean belongsToText(Group group) {
        if (group.items > SHORT_LIST || group.first == 0) {
            return false;
        }
        Candidate before = blocks.get(group.first - 1);
        return !before.heading()
                && before.boilerplate().isEmpty()
                && before.ownText() >= PARAGRAPH
                && before.linkDensity() < PROSE_LINK;
    }
}
