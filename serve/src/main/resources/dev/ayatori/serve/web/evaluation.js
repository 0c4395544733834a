/** Evaluation: every score as a dot on its 95 % interval, models and baselines on one axis. */
import { get } from "./api.js";
import { card, h, heading, languageName, number, words } from "./dom.js";

const OURS = /^(tuned|pretrained)/;
const PAIRED = ["difference", "saving"];
const LANGUAGES = ["all", "ja", "en", "code"];

export async function showEvaluation(view) {
  const scores = await get("/api/scores");
  view.append(heading("Evaluation", "Dots are scores, bars their 95 % intervals. Baselines stand beside the models, also where they win."));
  const groups = [...Map.groupBy(scores.filter(score => score.unit !== "bytes"), score => `${score.task} ${score.name}`).values()];
  const [pairs, plain] = [groups.filter(isPaired), groups.filter(group => !isPaired(group))];
  view.append(...plain.map(group => card(title(group[0]), note(group[0]), plot(group))));
  if (pairs.length > 0) {
    view.append(h("details", { class: "more" }, h("summary", {}, "Paired comparisons"),
      pairs.map(group => card(title(group[0]), note(group[0]), plot(group)))));
  }
}

const isPaired = group => PAIRED.includes(group[0].name);

function title(score) {
  const names = { "bits-per-byte": "Bits per byte", accuracy: "Accuracy", difference: "Difference", saving: "Saving" };
  return `${names[score.name] ?? words(score.name)}, ${words(score.task)}`;
}

function note(score) {
  if (score.name === "difference") return "Paired on the same items; an interval that holds zero tells no winner.";
  if (score.name === "saving") return "By how much the first needs fewer bits than the second, on the same documents; below zero it needs more.";
  return score.unit === "share" ? "Share of items answered rightly; higher is better." : `In ${score.unit}; lower is better.`;
}

function plot(scores) {
  const scale = axis(scores);
  const languages = [...Map.groupBy(scores, score => score.language)]
    .sort((a, b) => (LANGUAGES.indexOf(a[0]) + 9) % 9 - (LANGUAGES.indexOf(b[0]) + 9) % 9);
  return h("div", { class: "scores" },
    languages.map(([language, rows]) => h("div", { class: "language" },
      languages.length > 1 && h("h3", {}, languageName(language)),
      rows.map(score => row(score, scale)))),
    h("div", { class: "score ticks", "aria-hidden": "true" }, h("span"),
      h("span", { class: "track" }, scale.ticks.map(tick =>
        h("b", { style: { left: `${scale.at(tick)}%` } }, written(tick, scores[0].unit, true)))), h("span")));
}

/** From the lowest to the highest end of an interval, zero always among them. */
function axis(scores) {
  const high = Math.max(0, ...scores.map(score => score.high));
  const lowest = Math.min(...scores.map(score => score.low));
  const low = Math.min(0, lowest);
  const step = niceStep((high - low) / 5);
  const start = Math.floor(low / step) * step;
  const end = Math.ceil((high + (high - low) * 0.02) / step) * step;
  const ticks = Array.from({ length: Math.round((end - start) / step) + 1 }, (_, i) => start + i * step);
  return { ticks, at: value => (value - start) / (end - start) * 100 };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  return power * [1, 2, 5, 10].find(each => each * power >= rough);
}

function row(score, scale) {
  const kind = OURS.test(score.model) ? "ours" : "baseline";
  return h("div", { class: `score ${kind}` },
    h("span", { class: "label" }, score.model.replace(" - ", " − ").replaceAll(/(?<=\w)-(?=\w)/g, " ")),
    h("span", { class: "track" },
      scale.ticks.map(tick => h("s", { class: Math.abs(tick) < 1e-9 && "zero", style: { left: `${scale.at(tick)}%` } })),
      h("i", { class: "interval", style: { left: `${scale.at(score.low)}%`, width: `${scale.at(score.high) - scale.at(score.low)}%` } }),
      h("i", { class: "point", style: { left: `${scale.at(score.value)}%` } })),
    h("span", { class: "value" }, h("strong", {}, written(score.value, score.unit)),
      h("span", {}, `${written(score.low, score.unit)} – ${written(score.high, score.unit)}`),
      h("small", {}, `n ${number.format(score.n)}`)));
}

function written(value, unit, short = false) {
  if (unit === "share") return `${(value * 100).toFixed(short ? 0 : 1)} %`;
  return short ? String(+value.toFixed(3)) : value.toFixed(3);
}
