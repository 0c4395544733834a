/** Asks the server; a failure carries the server's own words and status. */

export class ApiFailure extends Error {
  constructor(status, message, code) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The run has not come that far yet. */
  get notYet() {
    return this.status === 503;
  }
}

export async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiFailure(0, "The server does not answer. Is `ayatori serve` still running?", "unreachable");
  }
  if (!response.ok) throw await failureOf(response);
  return response;
}

export const get = async path => (await ask(path)).json();

export const post = (path, body, signal) => ask(path, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
  signal,
});

async function failureOf(response) {
  try {
    const { error } = await response.json();
    return new ApiFailure(response.status, error.message, error.code);
  } catch {
    return new ApiFailure(response.status, `The server answered ${response.status}.`, "unknown");
  }
}

/** The events of a streamed completion, one parsed object after the other. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      if (!part.startsWith("data: ") || part === "data: [DONE]") continue;
      const event = JSON.parse(part.slice(6));
      if (event.error) throw new ApiFailure(500, event.error.message, event.error.code);
      yield event;
    }
  }
}
