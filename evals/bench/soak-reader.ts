/** How a question ended: `done`, `error`, `cut`, or the status it was refused with. */
export interface Outcome {
  readonly end: string;
  /** To the response's first byte. */
  readonly firstMs: number;
}

/** Asks as a reader nobody knows, and reads the answer to its end. */
export async function askOnce(url: string, question: string): Promise<Outcome> {
  const start = performance.now();
  try {
    const response = await fetch(`${url}/api/ask`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify({ question }),
    });
    const firstMs = performance.now() - start;
    const text = await response.text();
    if (!response.ok) return { end: String(response.status), firstMs };
    return { end: /\nevent: (done|error)\n|^event: (done|error)\n/m.exec(text)?.[1] ?? "cut", firstMs };
  } catch {
    return { end: "cut", firstMs: performance.now() - start };
  }
}
