/** Training: the curves that pre-training and tuning wrote down. */
import { get } from "./api.js";
import { card, empty, h, heading, number, words } from "./dom.js";
import uPlot from "/vendor/uplot.js";

const STAGES = ["pretrain", "tune"];

export async function showTraining(view) {
  const names = await Promise.all(STAGES.map(async stage => (await get(`/api/metrics?stage=${stage}`)).names));
  const there = STAGES.filter((_, i) => names[i].length > 0);
  view.append(heading("Training", "Loss and schedule, step by step, of pre-training and of instruction tuning."));
  if (there.length === 0) {
    view.append(empty("No curves yet", "They appear as soon as training takes its first steps."));
    return undefined;
  }
  const charts = [];
  for (const stage of there) {
    const curves = await Promise.all(names[STAGES.indexOf(stage)]
      .map(name => get(`/api/metrics?stage=${stage}&name=${encodeURIComponent(name)}`)));
    view.append(h("h2", { class: "group" }, stage === "pretrain" ? "Pre-training" : "Instruction tuning"));
    for (const group of groups(curves)) charts.push(chart(view, group));
  }
  const draw = () => charts.forEach(each => each());
  view.addEventListener("shown", draw);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  addEventListener("resize", draw);
  dark.addEventListener("change", draw);
  return () => {
    removeEventListener("resize", draw);
    dark.removeEventListener("change", draw);
  };
}

/** Losses share one chart, for they are read beside each other; every other curve has its own. */
function groups(curves) {
  const losses = curves.filter(curve => /loss/i.test(curve.name));
  const others = curves.filter(curve => !/loss/i.test(curve.name)).sort((a, b) => rank(a) - rank(b));
  return [...(losses.length ? [{ title: "Loss", wide: true, curves: losses }] : []),
    ...others.map(curve => ({ title: capital(words(curve.name)), curves: [curve] }))];
}

const rank = curve => /rate/i.test(curve.name) ? 0 : 1;
const capital = text => text[0].toUpperCase() + text.slice(1);

/** A card with a chart in it; returns what draws it anew at the width and colours of now. */
function chart(view, group) {
  const box = h("div", { class: "plot" });
  const last = group.curves.map(curve => `${label(curve)} ${round(curve.values.at(-1))}`).join(", ");
  const frame = card(group.title, `At step ${number.format(group.curves[0].steps.at(-1))}: ${last}`, box);
  if (!group.wide) frame.classList.add("small");
  view.append(frame);
  let plot = null;
  return () => {
    plot?.destroy();
    if (!box.isConnected) return;
    plot = new uPlot(options(group, box.clientWidth), table(group.curves), box);
  };
}

const label = curve => words(curve.name.replace(/^.*\//, ""));
const round = value => value === undefined ? "–" : Math.abs(value) >= 0.01 ? value.toFixed(3) : value.toExponential(2);

/** All curves on the union of their steps, gaps where one has no value. */
function table(curves) {
  const steps = [...new Set(curves.flatMap(curve => curve.steps))].sort((a, b) => a - b);
  return [steps, ...curves.map(curve => {
    const values = new Map(curve.steps.map((step, i) => [step, curve.values[i]]));
    return steps.map(step => values.get(step) ?? null);
  })];
}

function options(group, width) {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(name).trim();
  const font = "12px " + style.fontFamily;
  const axis = { stroke: colour("--muted"), font, grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
  return {
    width, height: group.wide ? 320 : 180, padding: [10, 18, 0, 0],
    scales: { x: { time: false } },
    cursor: { points: { size: 7 }, y: false },
    legend: { live: true },
    axes: [{ ...axis, grid: { show: false }, size: 32 },
      { ...axis, size: 62, values: (_, ticks) => ticks.map(tick => Math.abs(tick) < 0.01 && tick !== 0 ? tick.toExponential(1) : String(+tick.toFixed(4))) }],
    series: [{ label: "step" }, ...group.curves.map(curve => line(curve, group, colour))],
  };
}

/** The main curve wears the accent; a validation curve is dotted in ink, so that the two differ without colour. */
function line(curve, group, colour) {
  const validation = /valid/i.test(curve.name);
  const main = group.curves.length === 1 || !validation;
  return {
    label: label(curve), stroke: main ? colour("--accent") : colour("--ink"), width: main ? 1.5 : 2,
    spanGaps: true, points: { show: validation, size: 6, fill: colour("--surface") },
    value: (_, value) => value === null ? "–" : round(value),
  };
}
