/** Builds elements and writes numbers. Text is only ever set as text, never as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/** An element: h("p", { class: "note", onclick: f }, "text", child, ...). */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, each] of Object.entries(value)) element.style.setProperty(key, each);
    else element.setAttribute(name, value === true ? "" : value);
  }
  return add(element, ...children);
}

/** Appends children; lists are laid flat, and what is absent or false is left out. */
export function add(element, ...children) {
  element.append(...children.flat(2).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const number = new Intl.NumberFormat("en");
const compactNumber = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export const compact = value => Math.abs(value) < 10000 ? number.format(value) : compactNumber.format(value);
export const percent = (value, digits = 1) => `${(value * 100).toFixed(digits)} %`;

export function seconds(value) {
  if (value < 60) return `${value.toFixed(value < 10 ? 1 : 0)} s`;
  const minutes = Math.floor(value / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(value - minutes * 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function bytes(value) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${unit && value < 100 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** "trainTokens" and "near-duplicate" as people write them. */
export const words = name => name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("-", " ").toLowerCase();

export const languageName = code =>
  ({ ja: "Japanese", en: "English", code: "Code", all: "All languages" })[code] ?? code;

/** A section's heading with one line under it. */
export function heading(title, note) {
  return h("header", { class: "heading" }, h("h1", {}, title), note && h("p", {}, note));
}

export function card(title, note, ...content) {
  return h("section", { class: "card" },
    title && h("header", {}, h("h2", {}, title), note && h("p", {}, note)), ...content);
}

export function chip(text, kind = "") {
  return h("span", { class: `chip ${kind}` }, text);
}

/** What stands where nothing is yet. */
export function empty(title, note) {
  return h("div", { class: "empty" },
    s("svg", { viewBox: "0 0 132 32", "aria-hidden": "true" },
      s("path", { d: "M3 16 19 5 35 27 51 5 67 27 83 5 99 27 115 5 129 16" }),
      s("path", { d: "M3 16 19 27 35 5 51 27 67 5 83 27 99 5 115 27 129 16" })),
    h("h2", {}, title), h("p", {}, note));
}

/** What went wrong, and a way to try again. */
export function failure(message, again) {
  return h("div", { class: "failure", role: "alert" },
    h("strong", {}, "That did not work"), h("p", {}, message),
    again && h("button", { type: "button", onclick: again }, "Try again"));
}

export function loading() {
  return h("div", { class: "loading", role: "status" },
    h("span", { class: "quiet" }, "Loading"), h("i"), h("i"), h("i"));
}
