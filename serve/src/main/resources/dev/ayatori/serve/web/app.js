/** The shell: which section is open, and what shows while it loads or fails. */
import { get } from "./api.js";
import { empty, failure, h, loading } from "./dom.js";
import { closePanel } from "./panel.js";
import { showAsk } from "./ask.js";
import { showCorpus } from "./corpus.js";
import { showDocument } from "./document.js";
import { showEvaluation } from "./evaluation.js";
import { showRun } from "./run.js";
import { showSearch } from "./search.js";
import { showTraining } from "./training.js";

const SECTIONS = [
  { path: "run", title: "Run", show: showRun },
  { path: "training", title: "Training", show: showTraining },
  { path: "corpus", title: "Corpus", show: showCorpus },
  { path: "evaluation", title: "Evaluation", show: showEvaluation },
  { path: "ask", title: "Ask", show: showAsk },
  { path: "search", title: "Search", show: showSearch },
];
const HIDDEN = [{ path: "document", title: "Document", show: showDocument, parent: "search" }];

const main = document.getElementById("main");
const nav = document.getElementById("nav");
let leave = () => {};
let visit = 0;

nav.append(...SECTIONS.map(section => h("a", { href: `#/${section.path}`, "data-path": section.path }, section.title)));

async function open() {
  const [address, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [path, ...rest] = address.split("/");
  if (address === "main") return;
  const section = [...SECTIONS, ...HIDDEN].find(each => each.path === path) ?? SECTIONS[0];
  const own = ++visit;
  leave();
  leave = () => {};
  closePanel();
  mark(section);
  main.replaceChildren(loading());
  window.scrollTo(0, 0);
  try {
    const view = h("div", { class: `view view-${section.path}` });
    const left = await section.show(view, new URLSearchParams(query), rest.map(decodeURIComponent));
    if (own !== visit) return left?.();
    leave = left ?? leave;
    main.replaceChildren(view);
    view.querySelector("[autofocus]")?.focus({ preventScroll: true });
    view.dispatchEvent(new CustomEvent("shown"));
  } catch (error) {
    if (own !== visit) return;
    main.replaceChildren(error.notYet ? empty("Not there yet", error.message) : failure(error.message, open));
    if (error.status === undefined) console.error(error);
  }
}

function mark(section) {
  document.title = `${section.title} · Ayatori`;
  for (const link of nav.children) {
    if (link.dataset.path === (section.parent ?? section.path)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

addEventListener("hashchange", open);
get("/api/run").then(run => (document.getElementById("run-name").textContent = run.name), () => {});
open();
