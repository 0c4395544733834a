package dev.ayatori.corpus.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the elements of HTML and the roles of ARIA say by themselves about content and boilerplate. */
final class ElementRules {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "map",
            "input",
            "button",
            "select",
            "textarea",
            "option",
            "datalist",
            "progress",
            "meter",
            "rt",
            "rp",
            "dialog",
            "frameset",
            "link",
            "meta",
            "img");
    private static final Set<String> BOILERPLATE_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "menu",
            "menubar",
            "toolbar",
            "dialog",
            "alertdialog",
            "tablist",
            "directory");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");
    private static final Set<String> CONTAINERS_IN_ITEMS =
            Set.of("div", "section", "article", "table", "h1", "h2", "h3", "h4", "h5", "h6", "dl");

    private ElementRules() {}

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /** Level of a heading element, 0 for any other. */
    static int headingLevel(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6'
                ? name.charAt(1) - '0'
                : 0;
    }

    /** Never text a reader sees as text. */
    static boolean isSilent(Element element) {
        return SILENT.contains(element.normalName());
    }

    /**
     * Why everything below an element is boilerplate; empty when nothing says so.
     *
     * @param inMain whether it stands inside the page's main element or an article
     */
    static String boilerplate(Element element, boolean inMain) {
        String name = element.normalName();
        if (name.equals("nav") || name.equals("footer") || (name.equals("aside") && !inMain)) {
            return "element " + name;
        }
        if (element.attributesSize() > 0) {
            String role = element.attr("role").toLowerCase(Locale.ROOT);
            if (BOILERPLATE_ROLES.contains(role) && !hasFirstHeading(element)) {
                return "role " + role;
            }
            if (isHidden(element)) {
                return "hidden";
            }
        }
        return name.equals("header") && !inMain && !hasFirstHeading(element) ? "element header" : "";
    }

    /** Whether a link is only a sign, such as a pilcrow, beside the place it leads to. */
    static boolean isPlaceMark(Element anchor) {
        if (!anchor.attr("href").startsWith("#")) {
            return false;
        }
        String text = anchor.text();
        return text.codePointCount(0, text.length()) == 1 && !Character.isLetterOrDigit(text.codePointAt(0));
    }

    /** Whether a list item or cell holds whole sections rather than being one line of a list. */
    static boolean holdsSections(Element element) {
        for (Element child : element.children()) {
            if (CONTAINERS_IN_ITEMS.contains(child.normalName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String plain = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return plain.contains("display:none") || plain.contains("visibility:hidden");
    }

    private static boolean hasFirstHeading(Element element) {
        return element.selectFirst("h1") != null;
    }
}
