/** One document: its text, where it came from and what the filters measured. */
import { get } from "./api.js";
import { card, chip, h, heading, languageName, words } from "./dom.js";

export async function showDocument(view, query, [id]) {
  const found = await get(`/api/documents/${encodeURIComponent(id)}`);
  const at = Number(query.get("at") ?? 0);
  const length = Number(query.get("length") ?? 0);
  const mark = length > 0 && h("mark", { id: "place" }, found.text.slice(at, at + length));
  view.append(
    heading(found.attributes.title || "Untitled", found.uri),
    h("p", { class: "chips" }, chip(found.licence || "no licence stated"), chip(found.collection),
      chip(languageName(found.language)), found.date && chip(found.date), chip(found.attributes.split ?? "train", "accent")),
    card("Text", null, h("pre", { class: "text", lang: found.language === "ja" ? "ja" : "en" },
      mark ? [found.text.slice(0, at), mark, found.text.slice(at + length)] : found.text)),
    card("Attributes", "What each filter measured on this document.", h("dl", { class: "settings" },
      [["id", found.id], ...Object.entries(found.attributes).filter(([name]) => name !== "title")]
        .map(([name, value]) => h("div", {}, h("dt", {}, words(name)), h("dd", {}, value))))));
  view.addEventListener("shown", () => view.querySelector("#place")?.scrollIntoView({ block: "center" }));
}
