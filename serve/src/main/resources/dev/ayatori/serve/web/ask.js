/** Ask: a streamed answer, then the words of it that stand in the corpus. */
import { events, get, post } from "./api.js";
import { empty, failure, h, heading, percent } from "./dom.js";
import { closePanel } from "./panel.js";
import { legend, tracedText } from "./trace.js";

const EXAMPLES = ["StringUtil とは何ですか。", "What is StringUtils?", "HttpResponse の役割を教えてください。"];

export async function showAsk(view) {
  const { models } = await get("/api/run");
  const log = h("div", { class: "log", "aria-live": "polite" });
  const form = askForm(models, log);
  view.append(
    heading("Ask", "The answer is coloured where it stands word for word in the corpus: overlap with the corpus, not proof of cause."),
    models.length === 0
      ? empty("No model yet", "The prompt box works once pretrain is finished. A text of your own can be traced as soon as the index is there.")
      : examples(form),
    log, form.element);
  return form.leave;
}

function examples(form) {
  return h("div", { class: "examples" }, h("span", { class: "quiet" }, "Try"),
    EXAMPLES.map(text => h("button", { type: "button", onclick: () => form.fill(text) }, text)));
}

function askForm(models, log) {
  let running = null;
  const box = h("textarea", {
    id: "prompt", rows: 2, maxlength: 4000, autofocus: true, "aria-label": "Question, or a text to trace",
    placeholder: "Ask about a class or a method, or paste a text to trace…", onkeydown: event => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        element.requestSubmit();
      }
    },
  });
  const model = h("select", { "aria-label": "Model" }, models.map(id => h("option", {}, id)));
  const temperature = h("input", { type: "number", min: 0, max: 2, step: 0.1, value: 0.3, "aria-label": "Temperature" });
  const go = h("button", { type: "submit", class: "primary", id: "go", disabled: models.length === 0 }, "Ask");
  const trace = h("button", { type: "button", id: "trace-only", onclick: () => begin(text => traceOwn(text, log)) }, "Trace this text");

  const element = h("form", { class: "ask", onsubmit: event => {
    event.preventDefault();
    if (running) return running.abort();
    return begin((text, signal) => answer({ text, model: model.value, temperature: Number(temperature.value) }, log, signal));
  } }, box, h("div", { class: "tools" },
    models.length > 0 && model,
    models.length > 0 && h("label", {}, h("span", { class: "quiet" }, "temperature"), temperature),
    h("span", { class: "grow" }), trace, go));

  async function begin(work) {
    const text = box.value.trim();
    if (!text || running) return;
    running = new AbortController();
    go.textContent = "Stop";
    go.disabled = false;
    trace.disabled = true;
    box.value = "";
    closePanel();
    try {
      await work(text, running.signal);
    } finally {
      running = null;
      go.textContent = "Ask";
      go.disabled = models.length === 0;
      trace.disabled = false;
    }
  }

  return {
    element,
    fill: text => {
      box.value = text;
      box.focus();
    },
    leave: () => running?.abort(),
  };
}

async function answer({ text, model, temperature }, log, signal) {
  const said = h("div", { class: "answer writing" });
  log.append(h("article", { class: "turn" }, h("p", { class: "question" }, text), said));
  said.scrollIntoView({ block: "nearest" });
  let whole = "";
  try {
    const response = await post("/v1/chat/completions",
      { model, temperature, stream: true, messages: [{ role: "user", content: text }] }, signal);
    for await (const event of events(response)) {
      whole += event.choices[0]?.delta?.content ?? "";
      said.textContent = whole;
    }
  } catch (error) {
    if (error.name !== "AbortError") {
      said.replaceChildren(whole, failure(error.message));
      said.classList.remove("writing");
      return;
    }
  }
  said.classList.remove("writing");
  if (whole.trim()) await colour(whole, said);
  else said.replaceChildren(h("span", { class: "quiet" }, "The model ended without a word."));
}

async function traceOwn(text, log) {
  const said = h("div", { class: "answer" }, text);
  log.append(h("article", { class: "turn" }, h("p", { class: "question quiet" }, "Traced text"), said));
  await colour(text, said);
}

/** Asks for the trace of a finished text and colours it in place. */
async function colour(text, said) {
  try {
    const trace = await (await post("/api/trace", { text })).json();
    said.replaceChildren(...tracedText(text, trace.spans));
    said.after(h("footer", { class: "traced" },
      h("span", {}, trace.spans.length
        ? `${percent(trace.coverage, 0)} of the characters stand in the corpus in spans that chance hardly explains.`
        : "No span of this text stands in the corpus beyond what chance explains."),
      trace.spans.length > 0 && legend(), h("small", {}, trace.meaning)));
  } catch (error) {
    said.after(h("footer", { class: "traced" }, h("span", { class: "quiet" }, `No trace: ${error.message}`)));
  }
}
