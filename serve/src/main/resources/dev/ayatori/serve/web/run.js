/** The run: its stages as knots on one thread, and a table of what each did. */
import { get } from "./api.js";
import { bytes, card, compact, h, heading, number, s, seconds, words } from "./dom.js";

const STATES = { DONE: "done", STALE: "out of date", RUNNING: "in progress", FAILED: "failed", INTERRUPTED: "stopped", WAITING: "waiting" };
const PAUSE = 5000;

export async function showRun(view) {
  const narrow = matchMedia("(max-width: 760px)");
  let run = await get("/api/run");
  let timer = 0;
  const draw = () => view.replaceChildren(...content(run, narrow.matches));
  const watch = () => {
    timer = setTimeout(async () => {
      if (!document.hidden) {
        const next = await get("/api/run").catch(() => run);
        if (JSON.stringify(next) !== JSON.stringify(run)) {
          run = next;
          draw();
        }
      }
      watch();
    }, PAUSE);
  };
  narrow.addEventListener("change", draw);
  draw();
  if (run.stages.some(stage => stage.state !== "DONE")) watch();
  return () => {
    clearTimeout(timer);
    narrow.removeEventListener("change", draw);
  };
}

function content(run, narrow) {
  const done = run.stages.filter(stage => stage.state === "DONE");
  const time = done.reduce((sum, stage) => sum + stage.seconds, 0);
  return [
    heading(run.name, `${done.length} of ${run.stages.length} stages finished, ${seconds(time)} of work.`),
    card("Lineage", "What each stage was made from. Point at a stage to follow its thread.", lineage(run.stages, narrow)),
    card("Stages", null, table(run.stages)),
  ];
}

/** An arc diagram: stages in their order on a line, one arc for each input. */
function lineage(stages, narrow) {
  const gap = narrow ? 52 : 116;
  const at = new Map(stages.map((stage, i) => [stage.name, (i + 0.5) * gap]));
  const base = narrow ? 150 : 158;
  const arcs = stages.flatMap(stage => stage.inputs.filter(input => at.has(input.name))
    .map(input => arc(input.name, stage, at.get(input.name), at.get(stage.name), base, narrow)));
  const long = stages.length * gap;
  const svg = s("svg", {
    viewBox: narrow ? `0 0 330 ${long}` : `0 0 ${long} 222`, class: "lineage", role: "img",
    "aria-label": "Stages and what they were made from; the table below tells the same",
  }, arcs, stages.map(stage => knot(stage, at.get(stage.name), base, narrow)));
  const follow = name => {
    svg.classList.toggle("following", name !== null);
    for (const each of svg.children) each.classList.toggle("on", name !== null && touches(each.dataset, name, stages));
  };
  svg.addEventListener("pointerover", event => follow(event.target.closest("[data-stage]")?.dataset.stage ?? null));
  svg.addEventListener("pointerleave", () => follow(null));
  return h("div", { class: narrow ? "figure narrow" : "figure" }, svg);
}

function touches(data, name, stages) {
  if (data.from) return data.from === name || data.to === name;
  return data.stage === name
    || stages.some(stage => (stage.name === name && stage.inputs.some(input => input.name === data.stage))
      || (stage.name === data.stage && stage.inputs.some(input => input.name === name)));
}

function arc(from, stage, start, end, base, narrow) {
  const height = 24 + 15 * (end - start) / (narrow ? 52 : 116);
  const path = narrow
    ? `M${base} ${start} C${base - height * 1.25} ${start} ${base - height * 1.25} ${end} ${base} ${end}`
    : `M${start} ${base} C${start} ${base - height * 1.4} ${end} ${base - height * 1.4} ${end} ${base}`;
  return s("path", { d: path, class: `thread ${stage.state.toLowerCase()}`, "data-from": from, "data-to": stage.name });
}

function knot(stage, along, base, narrow) {
  const [x, y] = narrow ? [base, along] : [along, base];
  const note = stage.state === "DONE" ? seconds(stage.seconds) : STATES[stage.state];
  const text = narrow ? { x: x + 24, "text-anchor": "start" } : { x, "text-anchor": "middle" };
  return s("g", { class: `knot ${stage.state.toLowerCase()}`, "data-stage": stage.name },
    s("rect", narrow ? { x: x - 20, y: y - 24, width: 190, height: 48 } : { x: x - 54, y: y - 20, width: 108, height: 84 }),
    s("circle", { cx: x, cy: y, r: 7 }),
    s("text", { ...text, y: narrow ? y - 2 : y + 32, class: "name" }, stage.name),
    s("text", { ...text, y: narrow ? y + 16 : y + 51, class: "note" }, note));
}

function table(stages) {
  return h("div", { class: "stages" }, stages.map(stage =>
    h("details", { class: "stage" },
      h("summary", {},
        h("span", { class: `dot ${stage.state.toLowerCase()}` }),
        h("strong", {}, stage.name),
        h("span", { class: "counts" }, counts(stage)),
        h("span", { class: "time" }, stage.contentHash ? seconds(stage.seconds) : STATES[stage.state]),
        h("code", { class: "hash", title: "content hash" }, stage.contentHash ? stage.contentHash.slice(0, 12) : "–")),
      details(stage))));
}

function counts(stage) {
  if (stage.state === "STALE") return "Made before its inputs were made anew; the next run renews it.";
  return Object.entries(stage.counts).slice(0, 3).map(([name, value]) => `${compact(value)} ${words(name)}`).join(" · ");
}

function details(stage) {
  if (!stage.contentHash) return h("p", { class: "quiet" }, "Nothing is written down before the stage is finished.");
  const rows = [
    ["Content hash", h("code", {}, stage.contentHash)],
    ["Made from", stage.inputs.length
      ? stage.inputs.map(input => h("span", { class: "input" }, `${input.name} `, h("code", {}, input.contentHash.slice(0, 12))))
      : "nothing earlier"],
    ["Started", `${new Date(stage.started).toLocaleString()} · ${stage.machine}`],
    ["Size", bytes(stage.bytes)],
    ...Object.entries(stage.counts).map(([name, value]) => [words(name), number.format(value)]),
  ];
  return h("div", { class: "stage-details" },
    h("dl", {}, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
    h("h3", {}, "Settings"), settings(stage.settings));
}

function settings(tree) {
  const rows = flat(tree);
  return rows.length
    ? h("dl", { class: "settings" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))))
    : h("p", { class: "quiet" }, "none");
}

function flat(tree, prefix = "") {
  return Object.entries(tree ?? {}).flatMap(([name, value]) => {
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return flat(value, `${prefix}${name}.`);
    const text = Array.isArray(value) ? `${value.length} entries: ${JSON.stringify(value).slice(0, 160)}` : String(value);
    return [[prefix + name, text]];
  });
}

