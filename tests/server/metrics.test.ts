import { describe, expect, it } from "vitest";
import { Metrics } from "../../server/metrics/metrics.ts";
import { answerEvents, buildApp, post } from "./fake-parts.ts";

async function read(app: ReturnType<typeof buildApp>["app"]): Promise<string> {
  return (await app.request("/metrics")).text();
}

describe("GET /metrics", () => {
  it("counts requests by route, not by path, and answers by mode and status", async () => {
    const metrics = new Metrics();
    const { app } = buildApp({
      metrics,
      ask: (_base, _request, signal) => metrics.countAnswer(answerEvents(), signal),
    });
    await app.request("/api/ask", post({ question: "How high?" }));
    await app.request("/api/documents/a%2Fb.txt");
    await app.request("/api/documents/secret-name.txt");
    await app.request("/nowhere/secret-path");
    const response = await app.request("/metrics");
    expect(response.headers.get("content-type")).toContain("text/plain");
    const text = await response.text();
    expect(text).toContain('groundline_http_requests_total{route="/api/ask",method="POST",status="200"} 1');
    expect(text).toContain('groundline_answers_total{mode="extractive",status="answered"} 1');
    expect(text).toContain('groundline_sentences_total{verdict="supported"} 1');
    expect(text).toContain('groundline_answer_seconds_bucket{le="0.005",until="end"} 1');
    expect(text).not.toMatch(/secret|How high/);
  });

  it("counts answers that fail and that nobody waits for", async () => {
    const metrics = new Metrics();
    const failing = metrics.countAnswer(
      (async function* () {
        yield* [];
        throw new Error("broken");
      })(),
      new AbortController().signal,
    );
    await expect(failing.next()).rejects.toThrow("broken");
    const left = metrics.countAnswer(answerEvents(), new AbortController().signal);
    await left.next();
    await left.return(undefined);
    const text = await metrics.registry.metrics();
    expect(text).toContain('groundline_answers_total{mode="none",status="failed"} 1');
    expect(text).toContain('groundline_answers_total{mode="none",status="stopped"} 1');
  });

  it("tells the state of the model, of the storage and of the index", async () => {
    const metrics = new Metrics();
    metrics.countModelFailure("model_busy");
    const model = { model: { name: "some-model" }, breaker: { isResting: true } };
    const text = await read(buildApp({ metrics, model }).app);
    expect(text).toContain('groundline_model_failures_total{code="model_busy"} 1');
    expect(text).toMatch(/^groundline_model_resting 1$/m);
    expect(text).toMatch(/^groundline_storage_failures 0$/m);
    expect(text).toMatch(/^groundline_index_passages 16$/m);
    expect(text).toMatch(/^groundline_index_age_seconds \d+/m);
  });

  it("leaves out what there is not", async () => {
    const { app } = buildApp({ knowledge: () => ({ base: null, reason: "no_index", message: "None." }) });
    const text = await read(app);
    expect(text).not.toMatch(/^groundline_(?:model_resting|index_age_seconds)/m);
  });
});
