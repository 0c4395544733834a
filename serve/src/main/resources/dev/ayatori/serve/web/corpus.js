/** The corpus: a funnel from what was read to what was kept, and a look at what was removed. */
import { get } from "./api.js";
import { bytes, card, chip, compact, h, heading, languageName, number, percent, words } from "./dom.js";

export async function showCorpus(view) {
  const { statistics, removed } = await get("/api/corpus");
  const share = statistics.kept.documents / Math.max(1, statistics.read.documents);
  view.append(
    heading("Corpus", `${number.format(statistics.kept.documents)} documents kept of ${
      number.format(statistics.read.documents)} read (${percent(share)}), ${bytes(statistics.kept.bytes)} of text.`),
    card("Funnel", "Documents each rule took out, the largest first.", funnel(statistics)),
    h("div", { class: "pair" },
      card("Languages", "Kept of what was read, by bytes of text.", flows(statistics.languages, languageName)),
      card("Collections", "Kept of what was read, by bytes of text.", flows(statistics.collections, name => name))),
    card("Clusters and splits", "Related documents stay on one side of the train and validation split.", splits(statistics)),
    samples(removed));
}

function funnel(statistics) {
  const all = Math.max(1, statistics.read.documents);
  let left = statistics.read.documents;
  const rules = Object.entries(statistics.removed).sort((a, b) => b[1].documents - a[1].documents);
  const rows = rules.map(([rule, tally]) => {
    left -= tally.documents;
    return bar({ name: words(rule), from: left / all, to: (left + tally.documents) / all, kind: "out", keep: left / all },
      `−${number.format(tally.documents)}`, bytes(tally.bytes));
  });
  return h("div", { class: "bars" },
    bar({ name: "read", from: 0, to: 1, kind: "all", keep: 0 }, number.format(statistics.read.documents), bytes(statistics.read.bytes)),
    rows,
    bar({ name: "kept", from: 0, to: statistics.kept.documents / all, kind: "kept", keep: 0 },
      number.format(statistics.kept.documents), bytes(statistics.kept.bytes)),
    statistics.quarantined > 0
      && h("p", { class: "quiet" }, `${number.format(statistics.quarantined)} pages could not be read and stand in quarantine.`));
}

function bar(row, value, note) {
  return h("div", { class: `bar ${row.kind}` },
    h("span", { class: "label" }, row.name),
    h("span", { class: "track", "aria-hidden": "true" },
      row.keep > 0 && h("i", { class: "rest", style: { width: percent(row.keep, 2).replace(" ", "") } }),
      h("i", { class: "piece", style: {
        left: percent(row.from, 2).replace(" ", ""), width: percent(Math.max(0.002, row.to - row.from), 2).replace(" ", "") } })),
    h("span", { class: "value" }, value), h("span", { class: "note" }, note));
}

function flows(all, name) {
  const entries = gathered(Object.entries(all).sort((a, b) => b[1].read.bytes - a[1].read.bytes), name);
  const most = Math.max(1, ...entries.map(([, flow]) => flow.read.bytes));
  return h("div", { class: "bars" }, entries.map(([key, flow]) =>
    h("div", { class: "bar flow" },
      h("span", { class: "label" }, key),
      h("span", { class: "track", "aria-hidden": "true" },
        h("i", { class: "rest", style: { width: `${flow.read.bytes / most * 100}%` } }),
        h("i", { class: "piece", style: { left: "0", width: `${flow.kept.bytes / most * 100}%` } })),
      h("span", { class: "value" }, bytes(flow.kept.bytes)),
      h("span", { class: "note" }, `${compact(flow.kept.documents)} docs`))));
}

/** What keeps nothing is told in one row. */
function gathered(entries, name) {
  const named = entries.filter(([, flow]) => flow.kept.documents > 0).map(([key, flow]) => [name(key), flow]);
  const others = entries.filter(([, flow]) => flow.kept.documents === 0).map(([, flow]) => flow.read.bytes);
  return others.length === 0 ? named : [...named, [`${others.length} others`,
    { read: { bytes: others.reduce((sum, each) => sum + each, 0) }, kept: { documents: 0, bytes: 0 } }]];
}

function splits(statistics) {
  const facts = [
    ["clusters", number.format(statistics.clusters.count)],
    ["documents with relatives", number.format(statistics.clusters.related)],
    ["largest cluster", number.format(statistics.clusters.largest)],
  ];
  for (const [language, bySplit] of Object.entries(statistics.splits)) {
    facts.push([`${languageName(language)}, validation`,
      `${number.format(bySplit.validation?.documents ?? 0)} of ${
        number.format(Object.values(bySplit).reduce((sum, tally) => sum + tally.documents, 0))}`]);
  }
  return h("dl", { class: "facts" }, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

function samples(removed) {
  const rules = Map.groupBy(removed, sample => sample.rule);
  return card("Removed documents", "A few of each rule: what it measured, and what it would have had to be.",
    rules.size === 0 && h("p", { class: "quiet" }, "No rule took a document out."),
    [...rules].map(([rule, samples]) => h("details", { class: "rule" },
      h("summary", {}, h("strong", {}, words(rule)), h("span", { class: "quiet" }, `${samples.length} shown`)),
      samples.map(sample => h("article", { class: "sample" },
        h("p", { class: "decision" }, chip(sample.value, "accent"), h("span", { class: "quiet" }, "needed"), chip(sample.threshold),
          sample.duplicateOf && h("a", { href: `#/document/${sample.duplicateOf}` }, "the document that was kept")),
        h("p", { class: "uri" }, sample.uri),
        h("p", { class: "excerpt", lang: sample.language === "ja" ? "ja" : "en" }, sample.excerpt))))));
}
