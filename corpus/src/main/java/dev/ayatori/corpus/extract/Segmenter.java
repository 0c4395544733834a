package dev.ayatori.corpus.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Cuts a page into blocks of running text, in reading order, with what the decision on each needs. */
final class Segmenter {
    /** Children of one kind that make their parent a list in all but name. */
    private static final int REPEATED = 4;

    private static final Evaluator WHOLE_SECTIONS = QueryParser.parse("table, pre, h1, h2, h3, h4, ul, ol, dl, p + p");

    private static final Evaluator SECTIONS = QueryParser.parse("table, section, article, h1, h2, h3, h4");

    private final PagingLinks pagingLinks;
    private final List<Candidate> blocks = new ArrayList<>();
    private final TextFlow flow = new TextFlow();
    private final StringBuilder path = new StringBuilder();

    private Link link = Link.NONE;
    private boolean row;
    private boolean verbatim;
    private boolean inMain;
    private int groups;
    private int group = -1;
    private BlockKind next = BlockKind.PARAGRAPH;
    private int level;

    private int away;
    private int within;
    private int site;
    private boolean leads;
    private boolean paging;

    private enum Link {
        NONE,
        AWAY,
        SITE,
        WITHIN
    }

    private Segmenter(Document page) {
        this.pagingLinks = new PagingLinks(page);
    }

    static List<Candidate> segment(Document page, Element root) {
        Segmenter segmenter = new Segmenter(page);
        segmenter.path.append(root.normalName());
        segmenter.inMain = !root.normalName().equals("body");
        segmenter.children(root);
        segmenter.flush();
        return segmenter.blocks;
    }

    private void children(Element parent) {
        int place = 0;
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                text(text.getWholeText());
            } else if (node instanceof Element element) {
                place++;
                element(element, place);
            }
        }
    }

    private void text(String text) {
        int before = flow.weight();
        if (verbatim) {
            flow.appendVerbatim(text);
        } else {
            flow.append(text);
        }
        int added = flow.weight() - before;
        switch (link) {
            case NONE -> {}
            case AWAY, SITE -> {
                leads |= before == 0 && added > 0;
                away += added;
                site += link == Link.SITE ? added : 0;
            }
            case WITHIN -> within += added;
        }
    }

    private void element(Element element, int place) {
        if (ElementRules.isSilent(element)) {
            return;
        }
        if (element.normalName().equals("br")) {
            flow.line();
            return;
        }
        int parent = path.length();
        path.append('/').append(element.normalName()).append('[').append(place).append(']');
        String boilerplate = ElementRules.boilerplate(element, inMain);
        if (!boilerplate.isEmpty()) {
            drop(element, boilerplate, parent);
        } else if (ElementRules.isBlock(element) && !row) {
            path.setLength(parent);
            flush();
            path.append('/')
                    .append(element.normalName())
                    .append('[')
                    .append(place)
                    .append(']');
            block(element);
        } else {
            inline(element);
        }
        path.setLength(parent);
    }

    private void drop(Element element, String reason, int parent) {
        String own = path.toString();
        path.setLength(parent);
        if (!row && ElementRules.isBlock(element)) {
            flush();
        }
        String text = element.text();
        if (!text.isEmpty()) {
            blocks.add(
                    new Candidate(own, BlockKind.PARAGRAPH, 0, -1, text, text.length(), 0, 0, 0, false, false, reason));
        }
    }

    private void inline(Element element) {
        Link outer = link;
        if (element.normalName().equals("a") && element.hasAttr("href")) {
            if (ElementRules.isPlaceMark(element)) {
                return;
            }
            paging |= pagingLinks.contains(element);
            link = target(element.attr("href"));
        }
        boolean block = ElementRules.isBlock(element);
        if (block) {
            flow.append(" ");
        }
        children(element);
        if (block) {
            flow.append(" ");
        }
        link = outer;
    }

    private static Link target(String address) {
        if (address.startsWith("#")) {
            return Link.WITHIN;
        }
        int colon = address.indexOf(':');
        boolean absolute = address.startsWith("//") || (colon > 0 && address.indexOf('/') > colon);
        return absolute ? Link.AWAY : Link.SITE;
    }

    private void block(Element element) {
        boolean outerMain = inMain;
        int outerGroup = group;
        boolean outerVerbatim = verbatim;
        String name = element.normalName();
        inMain |= name.equals("main")
                || name.equals("article")
                || element.attr("role").equals("main");
        if (isGroup(element, name)) {
            group = groups++;
        }
        verbatim |= name.equals("pre");
        begin(element, name);
        if (name.equals("tr") && isRow(element)) {
            row(element);
        } else {
            children(element);
        }
        flush();
        next = BlockKind.PARAGRAPH;
        level = 0;
        verbatim = outerVerbatim;
        group = outerGroup;
        inMain = outerMain;
    }

    private void begin(Element element, String name) {
        level = ElementRules.headingLevel(element);
        if (level > 0) {
            next = BlockKind.HEADING;
        } else if (name.equals("li")) {
            next = ElementRules.holdsSections(element) ? BlockKind.PARAGRAPH : BlockKind.LIST_ITEM;
        } else if (name.equals("dt")) {
            next = BlockKind.TERM;
        } else if (name.equals("pre")) {
            next = BlockKind.PREFORMATTED;
        } else if (!name.equals("p")) {
            next = BlockKind.PARAGRAPH;
        }
    }

    private void row(Element tr) {
        next = BlockKind.ROW;
        row = true;
        int place = 0;
        for (Element cell : tr.children()) {
            if (place > 0) {
                flow.cell();
            }
            place++;
            int parent = path.length();
            path.append('/').append(cell.normalName()).append('[').append(place).append(']');
            inline(cell);
            path.setLength(parent);
        }
        row = false;
    }

    /** A row is one line of a table unless a cell holds what is more than a line: then the table only lays out the page. */
    private static boolean isRow(Element tr) {
        return tr.selectFirst(WHOLE_SECTIONS) == null;
    }

    private static boolean isGroup(Element element, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ul", "ol", "dl", "menu", "dir", "table" -> true;
            case "div", "section" -> isRepetition(element);
            default -> false;
        };
    }

    private static boolean isRepetition(Element element) {
        int divisions = 0;
        int all = 0;
        for (Element child : element.children()) {
            all++;
            if (child.normalName().equals("div") && child.selectFirst(SECTIONS) == null) {
                divisions++;
            }
        }
        return divisions >= REPEATED && divisions >= 0.8 * all;
    }

    private void flush() {
        int weight = flow.weight();
        String text = flow.take();
        if (weight > 0) {
            String trimmed =
                    verbatim ? text.stripTrailing() : level > 0 ? text.strip().replace('\n', ' ') : text.strip();
            blocks.add(new Candidate(
                    path.toString(), next, level, group, trimmed, weight, away, within, site, leads, paging, ""));
            if (next == BlockKind.LIST_ITEM || next == BlockKind.TERM) {
                next = BlockKind.PARAGRAPH;
            }
        }
        away = 0;
        within = 0;
        site = 0;
        leads = false;
        paging = false;
    }
}
