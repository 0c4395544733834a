/** The side panel: one span and the documents it stands in. */
import { add, chip, h, languageName, number } from "./dom.js";

const panel = document.getElementById("panel");
let opener = null;

export function closePanel() {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("with-panel");
  document.querySelectorAll(".span.open").forEach(each => each.classList.remove("open"));
  opener?.focus({ preventScroll: true });
  opener = null;
}

/** Shows a span; the others that overlap it can be reached from there. */
export function openSpan(span, others, from) {
  document.querySelectorAll(".span.open").forEach(each => each.classList.remove("open"));
  from?.classList.add("open");
  opener = from ?? opener;
  const close = h("button", { type: "button", class: "close", "aria-label": "Close", onclick: closePanel }, "×");
  panel.replaceChildren();
  add(panel,
    h("header", {}, h("h2", {}, "Overlap with the corpus"), close),
    h("blockquote", {}, span.text),
    h("p", { class: "facts-line" }, `${number.format(span.occurrences)} ${span.occurrences === 1 ? "occurrence" : "occurrences"}`,
      ` · ${[...span.text].length} characters · ${expected(span.expected)}`),
    h("p", { class: "caution" }, "Overlap with the corpus, not proof of cause."),
    h("h3", {}, span.documents.length === 1 ? "One document" : `${span.documents.length} documents`),
    h("ol", { class: "documents" }, span.documents.map(found => h("li", {}, entry(found, span.text)))),
    others.length > 0 && h("h3", {}, "Overlapping spans"),
    others.map(other => h("button", { type: "button", class: "other",
      onclick: () => openSpan(other, [span, ...others.filter(each => each !== other)], null) }, other.text)));
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("with-panel");
  close.focus({ preventScroll: true });
}

function expected(value) {
  if (value >= 0.01) return `${value.toFixed(2)} expected by chance`;
  return value < 1e-300 ? "practically none expected by chance" : `10${raised(Math.round(Math.log10(value)))} expected by chance`;
}

const raised = value => String(value).replace(/./g, sign => sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign]);

function entry(found, text) {
  const document = found.document;
  return h("article", {},
    h("h4", {}, document.title || "Untitled"),
    h("p", { class: "uri" }, document.uri),
    h("p", { class: "chips" }, chip(document.licence || "no licence stated"), chip(document.collection),
      chip(languageName(document.language)), document.heldOut && chip("validation", "accent")),
    h("p", { class: "context", lang: document.language === "ja" ? "ja" : "en" },
      found.before, h("mark", {}, text), found.after),
    h("p", { class: "steps" }, steps(found)),
    h("a", { href: `#/document/${document.id}?at=${found.offset}&length=${text.length}` }, "Whole document"));
}

function steps(found) {
  if (found.document.heldOut) return "Held out for validation: training never read it.";
  if (found.steps.length === 0) return "Training did not reach it.";
  const shown = found.steps.slice(0, 12).map(step => number.format(step)).join(", ");
  const more = found.steps.length > 12 ? ` and ${found.steps.length - 12} more` : "";
  return `Read at training ${found.steps.length === 1 ? "step" : "steps"} ${shown}${more}`;
}

document.addEventListener("keydown", event => {
  if (event.key === "Escape") closePanel();
});
