/** Search: how often any text stands in the corpus, and where. */
import { get } from "./api.js";
import { add, chip, empty, h, heading, languageName, number } from "./dom.js";

export async function showSearch(view, query) {
  const text = query.get("q") ?? "";
  view.append(heading("Search", "Counts any text in the corpus exactly, word borders or none; overlapping occurrences count each."), form(text));
  if (!text) {
    view.append(empty("Any substring", "A word, half a word, a line of code, punctuation: whatever is typed is looked up as it stands."));
    return;
  }
  const found = await get(`/api/search?q=${encodeURIComponent(text)}&limit=20`);
  add(view,
    h("p", { class: "count" }, h("strong", {}, number.format(found.count)), found.count === 1 ? " occurrence" : " occurrences"),
    found.hits.length > 0 && h("h2", { class: "group" }, found.count > found.hits.length ? `Where, first ${found.hits.length} of ${number.format(found.count)}` : "Where"),
    h("ol", { class: "hits" }, found.hits.map(hit => h("li", {}, exact(hit)))),
    found.text.length > 0 && h("h2", { class: "group" }, "Full text, best documents"),
    h("ol", { class: "hits" }, found.text.map(hit => h("li", {}, ranked(hit)))));
}

function form(text) {
  const box = h("input", { type: "search", name: "q", value: text, maxlength: 2000, autofocus: true, id: "query",
    "aria-label": "Text to search", placeholder: "文字列 · StringUtil · throws", autocomplete: "off" });
  return h("form", { class: "search", role: "search", onsubmit: event => {
    event.preventDefault();
    if (box.value) location.hash = `#/search?q=${encodeURIComponent(box.value)}`;
  } }, box, h("button", { type: "submit", class: "primary" }, "Search"));
}

function exact(hit) {
  return h("article", {}, source(hit.document, `?at=${hit.offset}&length=${hit.match.length}`),
    h("p", { class: "context" }, hit.before, h("mark", {}, hit.match), hit.after));
}

function ranked(hit) {
  return h("article", {}, source(hit.document, `?at=${hit.offset}&length=0`), h("p", { class: "context" }, hit.excerpt));
}

function source(document, place) {
  return h("header", {},
    h("a", { href: `#/document/${document.id}${place}` }, document.title || document.uri),
    h("p", { class: "uri" }, document.uri),
    h("p", { class: "chips" }, chip(document.licence || "no licence stated"), chip(languageName(document.language)),
      document.heldOut && chip("validation", "accent")));
}
