/** A text with the spans it shares with the corpus, coloured by how unlikely they are by chance. */
import { h } from "./dom.js";
import { openSpan } from "./panel.js";

/** Orders of magnitude by which chance falls short of the span, from faint to strong. */
const LEVELS = [9, 18, 36];

/** Pieces of the text: plain where nothing is shared, buttons where a span stands; of several the least likely wins. */
export function tracedText(text, spans) {
  const borders = new Set([0, text.length]);
  spans.forEach(span => borders.add(span.from).add(span.to));
  const cuts = [...borders].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const owner = spans.find(span => span.from <= cuts[i] && cuts[i + 1] <= span.to) ?? null;
    const last = pieces.at(-1);
    if (last && last.owner === owner) last.to = cuts[i + 1];
    else pieces.push({ owner, from: cuts[i], to: cuts[i + 1] });
  }
  return pieces.map(piece => piece.owner === null
    ? text.slice(piece.from, piece.to)
    : mark(text.slice(piece.from, piece.to), piece.owner, spans));
}

function mark(text, span, spans) {
  const others = spans.filter(other => other !== span && other.from < span.to && span.from < other.to);
  return h("span", {
    class: `span level-${level(span)}`, role: "button", tabindex: "0",
    title: `${span.occurrences} × in the corpus`, onclick: event => open(event.currentTarget),
    onkeydown: event => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(event.currentTarget);
      }
    },
  }, text);

  function open(from) {
    openSpan(span, others, from);
  }
}

function level(span) {
  const rarity = -Math.log10(Math.max(span.expected, 1e-300));
  return 1 + LEVELS.filter(limit => rarity >= limit).length;
}

export function legend() {
  return h("span", { class: "legend" }, "likelier",
    [1, 2, 3, 4].map(each => h("i", { class: `span level-${each}` })), "rarer by chance");
}
